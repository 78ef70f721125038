const types = { json: 'application/json', html: 'text/html' };

/** A browser downloads it. */
export const saveFile = (fileName: string, text: string): Promise<string> => {
  const type = fileName.endsWith('.json') ? types.json : types.html;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return Promise.resolve('已下载');
};
