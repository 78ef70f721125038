import tcb from '@cloudbase/node-sdk';
import { Unavailable } from '../unavailable';
import type { FileStore } from './store';

const TIME_LIMIT_MS = 8_000;
const ADDRESS_LIVES_SECONDS = 300;

/** CloudBase's storage by the platform's own SDK, which finds its credentials by itself. */
export function openStore(env: string): FileStore {
  const app = tcb.init({ env, timeout: TIME_LIMIT_MS });

  async function addressOf(fileID: string): Promise<string | null> {
    const { fileList } = await app.getTempFileURL({ fileList: [{ fileID, maxAge: ADDRESS_LIVES_SECONDS }] });
    const [found] = fileList;
    return found?.code === 'SUCCESS' ? found.tempFileURL : null;
  }

  const request = (url: string, method: 'GET' | 'HEAD') =>
    fetch(url, { method, signal: AbortSignal.timeout(TIME_LIMIT_MS) });

  /** The SDK takes an upload that was refused for one that succeeded, so the file is measured where it should be. */
  async function sizeOf(fileId: string): Promise<number | null> {
    const address = await addressOf(fileId);
    const response = address ? await request(address, 'HEAD') : null;
    return response?.ok ? Number(response.headers.get('content-length')) : null;
  }

  return {
    async put(path, bytes) {
      const { fileID } = await app.uploadFile({ cloudPath: path, fileContent: bytes });
      if ((await sizeOf(fileID)) !== bytes.length) throw new Unavailable('a file did not arrive whole');
      return fileID;
    },
    async get(fileId) {
      const address = await addressOf(fileId);
      const response = address ? await request(address, 'GET') : null;
      if (!response || response.status === 404) return null;
      if (!response.ok) throw new Unavailable(`the file store answered ${response.status}`);
      return Buffer.from(await response.arrayBuffer());
    },
    async remove(fileIds) {
      if (fileIds.length > 0) await app.deleteFile({ fileList: fileIds });
    },
  };
}
