import { join } from 'node:path';
import exparser from 'miniprogram-exparser';
import simulate from 'miniprogram-simulate';
import { type Kept, wxOf } from './wx/api';
import { acceptMessage, callFunctionAs } from './wx/door';
import { makeNetwork, type Network } from './wx/network';
import {
  type AppInstance,
  launch,
  type OpenedPage,
  type PageInstance,
  pagesOn,
  type Screen,
  type Share,
  type SharedFrom,
} from './wx/pages';

/** Boots the built mini-program on WeChat's own component system, inside jsdom, for one WeChat account. */
const DIST = join(__dirname, '../../dist/weapp');
const PATIENCE_MS = 8_000;

interface MiniGlobals {
  App: (options: AppInstance) => void;
  Page: (config: Record<string, unknown>) => void;
  Component: (options: object) => void;
  getApp: () => unknown;
  getCurrentPages: () => unknown[];
  wx: Record<string, unknown>;
}

export interface MiniProgram {
  /** Visible text of the page on top. */
  text: () => string;
  /** The element of an id on the page on top. */
  byId: (id: string) => HTMLElement | null;
  /** The first and innermost element that says it, on the page on top. */
  saying: (text: string) => HTMLElement | null;
  tap: (element: Element | null) => Promise<void>;
  /** A finger goes down on it, moves so many px downwards, and is lifted. */
  draw: (element: Element | null, down: number) => Promise<void>;
  type: (id: string, value: string) => Promise<void>;
  until<T>(what: () => T | null | undefined | false, why: string): Promise<T>;
  /** What the next scan reads. */
  scans: (result: string) => void;
  vibrated: () => number;
  /** What WeChat's own map was opened at. */
  placesOpened: () => object[];
  /** What the page on top gives to a chat; null where WeChat does not offer it. */
  share: (from: SharedFrom) => Share | null;
  /** A card in a chat is tapped while the program runs: WeChat starts anew at its path. */
  tapCard: (path: string) => void;
  /** WeChat's own bar goes back. */
  back: () => void;
  /** What its person says to each message that WeChat offers from now on; at first no. Null: WeChat cannot ask. */
  answersOffers: (answer: 'accept' | 'reject' | null) => void;
  /** The templates that were offered. */
  offered: () => string[];
  /** How bright its screen is, and whether it goes dark by itself. */
  screen: () => { brightness: number; staysOn: boolean };
  /** What was handed to a chat as files. */
  files: () => { name: string; text: string }[];
  network: Network;
  /** Ends the program, so that another person's can be booted. */
  quit: () => void;
  /** WeChat takes the program out of memory without a word to it. Gives back what the phone keeps. */
  kill: () => Kept;
}

/** A phone on which the program ran before, or one without a network. */
interface Phone {
  kept?: Kept;
  network?: Network;
}

interface BoxedScreen extends Screen {
  boxOf: (page: OpenedPage | undefined) => HTMLElement;
  clear: () => void;
}

/** Draws a page in a box of its own; `Page` is told apart from other components by being opened. */
function screenIn(globals: MiniGlobals): BoxedScreen {
  const registerComponent = globals.Component.bind(globals);
  const boxes = new Map<OpenedPage, HTMLElement>();
  const ids = new Map<string, string>();
  let opening: OpenedPage | undefined;

  globals.Page = (config) => {
    const methods = Object.fromEntries(Object.entries(config).filter(([, value]) => typeof value === 'function'));
    registerComponent({
      data: config.data,
      methods,
      attached(this: PageInstance) {
        const page = opening as OpenedPage;
        page.instance = this;
        this.route = page.route;
        this.onLoad(page.query);
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

  return {
    draw(page) {
      opening = page;
      const box = document.body.appendChild(document.createElement('div'));
      boxes.set(page, box);
      const id = ids.get(page.route) ?? simulate.load(join(DIST, page.route), 'page', { rootPath: DIST });
      ids.set(page.route, id);
      simulate.render(id).attach(box);
    },
    remove: (page) => boxes.get(page)?.remove(),
    boxOf: (page) => (page && boxes.get(page)) ?? document.body,
    clear: () => boxes.forEach((box) => box.remove()),
  };
}

/** `path` is where it starts: home, or what a card in a chat opens. */
export async function bootMiniProgram(openid: string, path = '/home/index', phone: Phone = {}): Promise<MiniProgram> {
  const globals = globalThis as unknown as MiniGlobals;
  // Nothing is left of a program that ran before.
  jest.resetModules();
  const screen = screenIn(globals);
  const pages = pagesOn(screen);
  let app: AppInstance | undefined;
  const network = phone.network ?? makeNetwork();
  const kept: Kept = new Map(phone.kept);
  let scanResult = '';
  const noted: { name: string; options: object }[] = [];
  const written = new Map<string, string>();
  const files: { name: string; text: string }[] = [];
  const offered: string[] = [];
  const lit = { brightness: 0.4, staysOn: false };
  let toOffers: 'accept' | 'reject' | null = 'reject';

  async function subscribes(templateId: string): Promise<string> {
    offered.push(templateId);
    if (toOffers === null) throw Object.assign(new Error('the main switch is switched off'), { errCode: 20004 });
    if (toOffers === 'accept') await acceptMessage(openid, templateId);
    return toOffers;
  }

  globals.App = (options) => (app = options);
  globals.getApp = () => app;
  globals.getCurrentPages = pages.instances;
  // An object of its own: what a program that ran before still does, it does with its own.
  globals.wx = {
    ...globals.wx,
    ...wxOf({
      pages,
      callFunction: (name, data) => callFunctionAs(openid, name, data),
      network,
      kept,
      scanned: () => scanResult,
      scrollTo: () => undefined,
      noted: (name, options) => noted.push({ name, options }),
      subscribes,
      screen: lit,
      file: {
        write: (path, text) => void written.set(path, text),
        share: (path) => files.push({ name: path, text: written.get(path) ?? '' }),
      },
    }),
    webpackJsonp: undefined,
  };

  await import(join(DIST, 'app.js'));
  launch(app, pages, path);

  const top = (): HTMLElement => screen.boxOf(pages.top());
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
    saying: (text) =>
      all().find(
        (element) => says(element, text) && !Array.from(element.children).some((inner) => says(inner, text)),
      ) ?? null,
    async tap(element) {
      if (!element) throw new Error('nothing to tap');
      dispatch(element, 'tap', {});
      await simulate.sleep(30);
    },
    async draw(element, down) {
      if (!element) throw new Error('nothing to draw');
      dispatch(element, 'touchstart', {}, [{ clientY: 100 }]);
      dispatch(element, 'touchmove', {}, [{ clientY: 100 + down }]);
      await simulate.sleep(30);
      dispatch(element, 'touchend', {}, []);
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
    vibrated: () => noted.filter(({ name }) => name === 'vibrateShort').length,
    placesOpened: () => noted.filter(({ name }) => name === 'openLocation').map(({ options }) => options),
    share: (from) => pages.top()?.instance?.onShareAppMessage?.({ from }) ?? null,
    tapCard: pages.relaunch,
    back: () => pages.back(1),
    answersOffers: (answer) => (toOffers = answer),
    offered: () => offered,
    screen: () => lit,
    files: () => files,
    network,
    quit: pages.closeAll,
    kill() {
      network.end();
      screen.clear();
      return new Map(kept);
    },
  };
}

const says = ({ textContent }: { textContent: string | null }, text: string): boolean =>
  textContent?.includes(text) ?? false;

interface DomOfComponents extends Element {
  __wxElement?: { id?: string };
}

const idOf = (element: Element): string | undefined => (element as DomOfComponents).__wxElement?.id;

/** An event of the component system on an element, bubbling as a finger's does. */
function dispatch(element: Element, name: string, detail: object, touches: { clientY: number }[] = []): void {
  const target = (element as DomOfComponents).__wxElement;
  if (!target) throw new Error('not an element of the component system');
  const event = exparser.Event.create(name, detail, {
    bubbles: true,
    capturePhase: true,
    composed: true,
    extraFields: { touches },
  });
  exparser.Event.dispatchEvent(target, event);
}
