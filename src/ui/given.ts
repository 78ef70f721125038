/** Leaves out what is undefined: Taro's web components would write it into the attribute as a word. */
export const given = <Props extends object>(props: Props): Props =>
  Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as Props;
