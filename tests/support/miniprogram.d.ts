declare module 'miniprogram-simulate' {
  const simulate: {
    load(path: string, tagName: string, options: { rootPath: string }): string;
    render(id: string): { attach(parent: Element): void; detach(): void };
    sleep(milliseconds: number): Promise<void>;
  };
  export default simulate;
}

declare module 'miniprogram-exparser' {
  const exparser: {
    Event: {
      create(name: string, detail: object, options: object): object;
      dispatchEvent(element: object, event: object): void;
    };
  };
  export default exparser;
}
