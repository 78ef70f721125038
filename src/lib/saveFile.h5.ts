import { download } from './download.h5';

const types = { json: 'application/json', html: 'text/html' };

/** A browser downloads it. */
export const saveFile = (fileName: string, text: string): Promise<string> => {
  const type = fileName.endsWith('.json') ? types.json : types.html;
  download(fileName, new Blob([text], { type: `${type};charset=utf-8` }));
  return Promise.resolve('已下载');
};
