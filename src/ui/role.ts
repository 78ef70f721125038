/** The role of an element under the name that its platform reads. */
export const role = (name: string): { role: string } | { 'aria-role': string } =>
  process.env.TARO_ENV === 'weapp' ? { 'aria-role': name } : { role: name };
