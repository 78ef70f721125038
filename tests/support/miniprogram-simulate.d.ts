/** What is used of miniprogram-simulate; its own types redefine the global `require`, so tsconfig puts these in their place. */
declare const simulate: {
  load(path: string, tagName: string, options: { rootPath: string }): string;
  render(id: string): { attach(parent: Element): void };
  sleep(milliseconds: number): Promise<void>;
};
export default simulate;
