import { mkdirSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join, sep } from 'node:path';
import { ENVIRONMENT_ID } from '../host/functions';
import { readBody, sendJson, sendText } from '../web/exchange';

const ROOT = `cloud://${ENVIRONMENT_ID}.796f-${ENVIRONMENT_ID}-1250000000/`;
const LONGEST_FILE = 20_000_000;
const LONGEST_QUESTION = 100_000;

interface Question {
  action?: string;
  envName?: string;
  path?: string;
  file_list?: { fileid: string }[];
  fileid_list?: string[];
}

/** CloudBase's storage as the SDK on the server asks for it: questions by POST, the bytes by PUT and GET. */
export interface Files {
  ask: (request: IncomingMessage, response: ServerResponse, base: string) => Promise<void>;
  put: (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>;
  get: (request: IncomingMessage, response: ServerResponse, path: string) => void;
  /** The next upload is accepted and lost, as the SDK does not notice. */
  loseNext: () => void;
}

export function createFiles(folder: string): Files {
  let losing = false;
  const fileFor = (path: string): string | null => {
    const file = join(folder, path);
    return file.startsWith(folder + sep) ? file : null;
  };
  const pathOf = (fileId: string): string => (fileId.startsWith(ROOT) ? fileId.slice(ROOT.length) : '');
  const exists = (path: string): boolean => path !== '' && existsSync(fileFor(path) ?? '');

  function answer({ action, path = '', file_list = [], fileid_list = [] }: Question, base: string): object {
    switch (action) {
      case 'storage.getUploadMetadata': {
        const url = `${base}/cos/${path}`;
        return {
          data: {
            url,
            token: 'token',
            authorization: 'sign',
            fileId: ROOT + path,
            cosFileId: 'Y29z',
            download_url: url,
          },
        };
      }
      case 'storage.batchGetDownloadUrl':
        return {
          data: {
            download_list: file_list.map(({ fileid }) =>
              exists(pathOf(fileid))
                ? { code: 'SUCCESS', fileID: fileid, tempFileURL: `${base}/cos/${pathOf(fileid)}?sign=1` }
                : { code: 'STORAGE_FILE_NONEXIST', fileID: fileid, tempFileURL: '' },
            ),
          },
        };
      case 'storage.batchDeleteFile':
        for (const fileid of fileid_list) rmSync(fileFor(pathOf(fileid)) ?? '', { force: true });
        return { data: { delete_list: fileid_list.map((fileid) => ({ code: 'SUCCESS', fileID: fileid })) } };
      default:
        return { code: 'INVALID_PARAM', message: 'unknown action' };
    }
  }

  return {
    loseNext: () => (losing = true),
    async ask(request, response, base) {
      const question = JSON.parse((await readBody(request, LONGEST_QUESTION))?.toString('utf8') ?? '{}') as Question;
      const ours = question.envName === ENVIRONMENT_ID && request.headers.authorization;
      const said = ours ? answer(question, base) : { code: 'INVALID_ENV', message: 'no such environment' };
      sendJson(response, 200, { requestId: 'local', ...said });
    },
    async put(request, response, path) {
      const bytes = await readBody(request, LONGEST_FILE);
      const file = fileFor(path);
      if (!bytes || !file) return sendText(response, 400, 'That is no file.');
      if (!losing) {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, bytes);
      }
      losing = false;
      response.writeHead(200).end();
    },
    get(request, response, path) {
      const file = fileFor(path);
      if (!file || !existsSync(file)) return sendText(response, 404, 'There is no such file.');
      const bytes = readFileSync(file);
      response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes.length });
      response.end(request.method === 'HEAD' ? undefined : bytes);
    },
  };
}
