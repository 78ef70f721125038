/** Taro's own says that it copied where the browser refused. Without https there is no clipboard at all. */
export const copy = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
