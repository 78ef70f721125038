import type { Called } from './door';
import type { Network } from './network';
import type { Pages } from './pages';

/** What the phone itself does, and what only the test around it knows. */
export interface Phone {
  pages: Pages;
  callFunction: (name: string, data: object) => Promise<Called>;
  network: Network;
  /** What it keeps when the program ends. */
  kept: Kept;
  /** What WeChat's scanner reads. */
  scanned: () => string | Promise<string>;
  scrollTo: (top: number) => void;
  /** An API was called that has no effect on a page: a vibration, a toast, the bar's title. */
  noted: (name: string, options: object) => void;
  /** What its person says when WeChat offers a message by a template. */
  subscribes: (templateId: string) => Promise<string>;
  /** Its screen, in the hands of the program. */
  screen: { brightness: number; staysOn: boolean };
  /** A file is written, and handed to a chat. */
  file: { write: (path: string, text: string) => void; share: (path: string) => void };
}

export type Kept = Map<string, unknown>;

interface Callbacks {
  success?: (result: object) => void;
  fail?: (error: unknown) => void;
  complete?: (result: unknown) => void;
}

/** An API of WeChat's: answers by callback when one is given, else by a promise. */
const api =
  <Options extends object>(answer: (options: Options) => object | Promise<object>) =>
  (options: Options & Callbacks): Promise<object> | undefined => {
    const { success, fail, complete } = options;
    const result = Promise.resolve(answer(options));
    if (!success && !fail && !complete) return result;
    result.then(
      (value) => (success?.(value), complete?.(value)),
      (error: unknown) => (fail?.(error), complete?.(error)),
    );
    return undefined;
  };

const failure = (errMsg: string): Error => Object.assign(new Error(errMsg), { errMsg });

export function storageApis(stored: Kept = new Map()) {
  return {
    getStorageSync: (key: string) => stored.get(key) ?? '',
    setStorageSync: (key: string, data: unknown) => void stored.set(key, data),
    removeStorageSync: (key: string) => void stored.delete(key),
    setStorage: api(({ key, data }: { key: string; data: unknown }) => (stored.set(key, data), {})),
    removeStorage: api(({ key }: { key: string }) => (stored.delete(key), {})),
    getStorage: api(({ key }: { key: string }) =>
      stored.has(key) ? { data: stored.get(key) } : Promise.reject(failure('getStorage:fail data not found')),
    ),
  };
}

const pageApis = (pages: Pages) => {
  const navigate = (go: (url: string) => void) => api(({ url }: { url: string }) => (go(url), {}));
  return {
    navigateTo: navigate(pages.open),
    redirectTo: navigate(pages.replace),
    reLaunch: navigate(pages.relaunch),
    navigateBack: api(({ delta = 1 }: { delta?: number }) => (pages.back(delta), {})),
  };
};

const cloudOf = ({ callFunction, network }: Phone) => ({
  init: () => undefined,
  async callFunction({ name, data }: { name: string; data: object }) {
    const called = await network.carry(data, () => callFunction(name, data));
    if ('errCode' in called) throw Object.assign(failure(called.errMsg), called);
    return called;
  },
});

/** What has no effect on a page; the test may ask that it was called. */
const NOTED = [
  'vibrateShort',
  'showToast',
  'setNavigationBarTitle',
  'setClipboardData',
  'makePhoneCall',
  'openLocation',
] as const;

/** What never comes while a test runs. */
const NEVER = ['onError', 'onUnhandledRejection'] as const;

const all = <Name extends string, Api>(names: readonly Name[], make: (name: Name) => Api): Record<string, Api> =>
  Object.fromEntries(names.map((name) => [name, make(name)]));

/** What is measured is as large as the drawing of sites on a phone. */
function selectorQuery() {
  const query = {
    select: () => query,
    boundingClientRect: () => query,
    exec: (done: (found: object[]) => void) => void setTimeout(() => done([{ width: 358, height: 360 }]), 0),
  };
  return query;
}

/** `wx`, as far as the product uses it. */
export const wxOf = (phone: Phone) => ({
  ...storageApis(phone.kept),
  ...pageApis(phone.pages),
  ...all(NOTED, (name) => api((options: object) => (phone.noted(name, options), {}))),
  ...all(NEVER, () => () => undefined),
  cloud: cloudOf(phone),
  getNetworkType: api(() => phone.network.status()),
  onNetworkStatusChange: phone.network.onChange,
  createSelectorQuery: selectorQuery,
  env: { USER_DATA_PATH: 'wxfile://usr' },
  getFileSystemManager: () => ({ writeFileSync: phone.file.write }),
  shareFileMessage: api(({ filePath }: { filePath: string }) => (phone.file.share(filePath), {})),
  requestSubscribeMessage: api(async ({ tmplIds }: { tmplIds: string[] }) => {
    const said = await Promise.all(tmplIds.map(async (id) => [id, await phone.subscribes(id)]));
    return { errMsg: 'requestSubscribeMessage:ok', ...(Object.fromEntries(said) as object) };
  }),
  scanCode: api(async () => ({ result: await phone.scanned(), scanType: 'QR_CODE', charSet: 'utf-8', rawData: '' })),
  getRandomValues: api(({ length }: { length: number }) => ({
    randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer,
  })),
  getLocation: api(() => ({ latitude: 23.0218, longitude: 113.1214, accuracy: 15 })),
  getScreenBrightness: api(() => ({ value: phone.screen.brightness })),
  setScreenBrightness: api(({ value }: { value: number }) => ((phone.screen.brightness = value), {})),
  setKeepScreenOn: api(({ keepScreenOn }: { keepScreenOn: boolean }) => ((phone.screen.staysOn = keepScreenOn), {})),
  pageScrollTo: api(({ scrollTop = 0 }: { scrollTop?: number }) => (phone.scrollTo(scrollTop), {})),
});
