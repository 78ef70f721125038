import { randomFillSync } from 'node:crypto';
import http from 'node:http';
import { join } from 'node:path';
import exparser from 'miniprogram-exparser';
import simulate from 'miniprogram-simulate';
import { standIn } from './stand-in';

/** Boots the built mini-program on WeChat's own component system, inside jsdom, for one WeChat account. */
const DIST = join(__dirname, '../../dist/weapp');
const PATIENCE_MS = 8_000;

/** Sharing begins at a button of the page, or in WeChat's own menu. */
type SharedFrom = 'button' | 'menu';

interface Share {
  title: string;
  path: string;
  imageUrl: string;
}

interface PageInstance {
  onLoad(query: Record<string, string>): void;
  onShow?(): void;
  onHide?(): void;
  onReady?(): void;
  onUnload?(): void;
  onShareAppMessage?(options: { from: SharedFrom }): Share;
  route?: string;
}

interface Opened {
  route: string;
  root: HTMLElement;
  query: Record<string, string>;
  instance?: PageInstance;
}

interface MiniGlobals {
  App(options: { onLaunch(options: object): void; onShow?(options: object): void }): void;
  Page(config: Record<string, unknown>): void;
  Component(options: object): void;
  getApp(): unknown;
  getCurrentPages(): unknown[];
  wx: Record<string, unknown>;
}

interface NavigateOptions {
  url: string;
  success?(result: object): void;
  complete?(result: object): void;
}

export interface MiniProgram {
  /** Visible text of the page on top. */
  text(): string;
  /** The element of an id on the page on top. */
  byId(id: string): HTMLElement | null;
  tap(element: Element | null): Promise<void>;
  type(id: string, value: string): Promise<void>;
  until<T>(what: () => T | null | undefined | false, why: string): Promise<T>;
  /** What the next scan reads. */
  scans(result: string): void;
  vibrated(): number;
  /** What the page on top gives to a chat; null where WeChat does not offer it. */
  share(from: SharedFrom): Share | null;
  /** A card in a chat is tapped while the program runs: WeChat starts anew at its path. */
  tapCard(path: string): void;
  /** Ends the program, so that another person's can be booted. */
  quit(): void;
}

/** `wx.cloud.callFunction` through the stand-in's wx door; jsdom has no fetch, as a mini-program has none. */
export function callFunctionAs(
  openid: string,
  name: string,
  data: object,
): Promise<{ result: unknown; errMsg: string }> {
  const body = JSON.stringify({ name, data, openid });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const request = http.request(`${standIn().url}/wx/callFunction`, { method: 'POST', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')) as { result: unknown; errMsg: string }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

interface Callbacks {
  success?(result: object): void;
  complete?(result: object): void;
}

/** An API of WeChat's: answers by callback when one is given, else by a promise. */
const api =
  <Options>(answer: (options: Options) => object) =>
  (options: Options & Callbacks): Promise<object> | undefined => {
    const result = answer(options);
    if (!options.success && !options.complete) return Promise.resolve(result);
    options.success?.(result);
    options.complete?.(result);
    return undefined;
  };

/** A page's route and its query, as the page gets it: not decoded. */
function parse(url: string): { route: string; query: Record<string, string> } {
  const [route = '', query = ''] = url.replace(/^\//, '').split('?');
  const pairs = query
    .split('&')
    .filter(Boolean)
    .map((pair) => pair.split('='));
  return { route, query: Object.fromEntries(pairs) as Record<string, string> };
}

/** `path` is where it starts: home, or what a card in a chat opens. */
export async function bootMiniProgram(openid: string, path = '/home/index'): Promise<MiniProgram> {
  const globals = globalThis as unknown as MiniGlobals;
  // Nothing is left of a program that ran before.
  jest.resetModules();
  delete globals.wx.webpackJsonp;
  const registerComponent = globals.Component.bind(globals);
  const stack: Opened[] = [];
  const ids = new Map<string, string>();
  let app: { onLaunch(options: object): void; onShow?(options: object): void } | undefined;
  let opening: Opened | undefined;
  let scanResult = '';
  let vibrations = 0;

  globals.App = (options) => (app = options);
  globals.getApp = () => app;
  globals.getCurrentPages = () => stack.map(({ instance }) => instance);
  globals.Page = (config) => {
    const methods = Object.fromEntries(Object.entries(config).filter(([, value]) => typeof value === 'function'));
    registerComponent({
      data: config.data,
      methods,
      attached(this: PageInstance) {
        const opened = opening as Opened;
        opened.instance = this;
        this.route = opened.route;
        this.onLoad(opened.query);
        this.onShow?.();
      },
      ready(this: PageInstance) {
        this.onReady?.();
      },
      detached(this: PageInstance) {
        this.onUnload?.();
      },
    });
  };

  function open(url: string): void {
    stack.at(-1)?.instance?.onHide?.();
    const { route, query } = parse(url);
    const opened: Opened = { route, query, root: document.createElement('div') };
    stack.push(opened);
    opening = opened;
    const id = ids.get(route) ?? simulate.load(join(DIST, route), 'page', { rootPath: DIST });
    ids.set(route, id);
    document.body.appendChild(opened.root);
    simulate.render(id).attach(opened.root);
  }

  const navigate = (before: () => void) => (options: NavigateOptions) => {
    before();
    open(options.url);
    options.success?.({});
    options.complete?.({});
  };
  const closeTop = () => {
    const top = stack.pop();
    top?.instance?.onUnload?.();
    top?.root.remove();
  };

  const closeAll = () => stack.splice(0).forEach(({ root, instance }) => (instance?.onUnload?.(), root.remove()));

  const storage = new Map<string, unknown>();
  Object.assign(globals.wx, {
    cloud: {
      init: () => undefined,
      callFunction: ({ name, data }: { name: string; data: object }) => callFunctionAs(openid, name, data),
    },
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => storage.set(key, value),
    removeStorageSync: (key: string) => storage.delete(key),
    setStorage: api(({ key, data }: { key: string; data: unknown }) => (storage.set(key, data), {})),
    getStorage: ({
      key,
      success,
      fail,
    }: {
      key: string;
      success: (found: object) => void;
      fail: (error: object) => void;
    }) => (storage.has(key) ? success({ data: storage.get(key) }) : fail({ errMsg: 'getStorage:fail data not found' })),
    removeStorage: api(({ key }: { key: string }) => (storage.delete(key), {})),
    onNetworkStatusChange: () => undefined,
    navigateTo: navigate(() => undefined),
    redirectTo: navigate(closeTop),
    reLaunch: navigate(closeAll),
    navigateBack(options: NavigateOptions) {
      closeTop();
      stack.at(-1)?.instance?.onShow?.();
      options.success?.({});
    },
    scanCode: api(() => ({
      result: scanResult,
      scanType: 'QR_CODE',
      charSet: 'utf-8',
      rawData: '',
      errMsg: 'scanCode:ok',
    })),
    getRandomValues: api(({ length }: { length: number }) => ({
      randomValues: randomFillSync(new Uint8Array(length)).buffer,
    })),
    vibrateShort: api(() => ({ count: ++vibrations })),
    pageScrollTo: api(() => ({})),
    onUnhandledRejection: () => undefined,
    onError: () => undefined,
  });

  await import(join(DIST, 'app.js'));
  const { route, query } = parse(path);
  app?.onLaunch({ path: route, query, scene: 1001 });
  app?.onShow?.({ path: route, query, scene: 1001 });
  open(path);

  const top = (): HTMLElement => stack.at(-1)?.root ?? document.body;
  async function until<T>(what: () => T | null | undefined | false, why: string): Promise<T> {
    const since = Date.now();
    for (;;) {
      const found = what();
      if (found) return found;
      if (Date.now() - since > PATIENCE_MS)
        throw new Error(`waited in vain for ${why}; the page says: ${top().textContent}`);
      await simulate.sleep(20);
    }
  }
  const all = (): HTMLElement[] => [...top().querySelectorAll<HTMLElement>('*')];
  return {
    text: () => top().textContent,
    byId: (id) => all().find((element) => idOf(element) === id) ?? null,
    async tap(element) {
      if (!element) throw new Error('nothing to tap');
      dispatch(element, 'tap', {});
      await simulate.sleep(30);
    },
    async type(id, value) {
      const field = all().find((element) => idOf(element) === id);
      if (!field) throw new Error(`no field ${id}`);
      dispatch(field, 'input', { value });
      await simulate.sleep(30);
    },
    until,
    scans: (result) => (scanResult = result),
    vibrated: () => vibrations,
    share: (from) => stack.at(-1)?.instance?.onShareAppMessage?.({ from }) ?? null,
    tapCard: (card) => (closeAll(), open(card)),
    quit: closeAll,
  };
}

interface DomOfComponents extends Element {
  __wxElement?: { id?: string };
}

const idOf = (element: Element): string | undefined => (element as DomOfComponents).__wxElement?.id;

/** An event of the component system on an element, bubbling as a finger's does. */
function dispatch(element: Element, name: string, detail: object): void {
  const target = (element as DomOfComponents).__wxElement;
  if (!target) throw new Error('not an element of the component system');
  const event = exparser.Event.create(name, detail, { bubbles: true, capturePhase: true, composed: true });
  exparser.Event.dispatchEvent(target, event);
}
