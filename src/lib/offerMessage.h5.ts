/** A browser has no WeChat to be asked by. */
export const offerMessage = (): Promise<boolean> => Promise.resolve(false);
