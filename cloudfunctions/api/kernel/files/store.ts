import type { Settings } from '../settings';

/** Where files lie: CloudBase's storage. A path is ASCII, `cards/<name>.png`; an id is the platform's own, opaque. */
export interface FileStore {
  /** Keeps the bytes and gives back the id; unavailable when they did not arrive whole. */
  put: (path: string, bytes: Buffer) => Promise<string>;
  /** The bytes, or null when there is no such file any more. */
  get: (fileId: string) => Promise<Buffer | null>;
  remove: (fileIds: string[]) => Promise<void>;
}

let opened: Promise<FileStore> | undefined;

/** The platform's SDK is large, and loaded when the first file is asked for. */
export const fileStore = ({ APP_CLOUD_ENV }: Pick<Settings, 'APP_CLOUD_ENV'>): Promise<FileStore> =>
  (opened ??= import('./cloudbase.apart').then(({ openStore }) => openStore(APP_CLOUD_ENV)));
