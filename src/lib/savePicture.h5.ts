/** A browser saves it as a file. */
export const savePicture = (base64: string, type: string, name: string): Promise<void> => {
  const link = document.createElement('a');
  link.href = `data:image/${type};base64,${base64}`;
  link.download = `${name}.${type}`;
  link.click();
  return Promise.resolve();
};

export const savedWords = '已存到下载里，可以拿去印。';
