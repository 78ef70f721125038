declare module 'miniprogram-exparser' {
  const exparser: {
    Event: {
      create(name: string, detail: object, options: object): object;
      dispatchEvent(element: object, event: object): void;
    };
  };
  export default exparser;
}
