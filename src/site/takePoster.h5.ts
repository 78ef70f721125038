/** A browser prints the page as it stands, without what is pressed on it. */
export const takePoster = (): Promise<void> => {
  window.print();
  return Promise.resolve();
};

export const takeWord = '打印';
export const tookWords = null;
