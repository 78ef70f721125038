import path from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { PHONE } from '../browser';
import { callFunctionAs } from '../wx/door';
import { type File, filesOf } from './files';
import { type Package, readPackage } from './package';

const ADDRESS = 'http://mini.program';

/** What the indicator at the lower end of a phone without buttons covers. */
const SAFE_AREA = { insets: { top: 47, topMax: 47, bottom: 34, bottomMax: 34 } };

export type Theme = 'light' | 'dark';

/** The built mini-program, compiled for a browser. */
export interface Compiled extends Package {
  files: Map<string, File>;
}

export async function compilePackage(browser: Browser): Promise<Compiled> {
  const from = readPackage(path.join(process.cwd(), 'dist/weapp'));
  const page = await browser.newPage();
  const globals = await page.evaluate(() => {
    const names: string[] = [];
    for (let at: object | null = window; at; at = Object.getPrototypeOf(at) as object | null)
      names.push(...Object.getOwnPropertyNames(at));
    return [...new Set(names)];
  });
  await page.close();
  return { ...from, files: filesOf(from, globals) };
}

/** A phone in somebody's hand, with the mini-program open. */
export interface MiniPhone {
  /** The page on top. */
  page: Locator;
  byId: (id: string) => Locator;
  /** Waits for it, and tells what went wrong where it never comes. */
  sees: (what: string | RegExp | Locator) => Promise<void>;
  title: () => Locator;
  /** The route of the page on top. */
  route: () => Promise<string>;
  /** What went wrong so far: on the console, uncaught, not loaded, not simulated. */
  problems: string[];
  /** The APIs without an effect on the page that were called. */
  noted: string[];
  /** What the next scan reads. */
  scans: (text: string) => void;
  /** The arrow in the bar. */
  back: () => Promise<void>;
  turn: (theme: Theme) => Promise<void>;
  picture: () => Promise<Buffer>;
  close: () => Promise<void>;
}

async function serve(context: BrowserContext, files: Map<string, File>, problems: string[]): Promise<void> {
  await context.route('**', async (route) => {
    const url = new URL(route.request().url());
    const file = url.origin === ADDRESS ? files.get(url.pathname) : undefined;
    if (file) return route.fulfill(file);
    problems.push(`asked for ${url.href}`);
    return route.abort();
  });
}

function listen(page: Page, problems: string[]): void {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
}

/** Opens the mini-program at a path, in the name of one WeChat account. */
export async function openPhone(
  browser: Browser,
  { files, app }: Compiled,
  openid: string,
  at = '/home/index',
): Promise<MiniPhone> {
  const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 2, timezoneId: 'Asia/Shanghai' });
  const problems: string[] = [];
  const noted: string[] = [];
  let scanned = '';
  await serve(context, files, problems);
  await context.exposeFunction('callFunction', (name: string, data: object) => callFunctionAs(openid, name, data));
  await context.exposeFunction('scanned', () => scanned);
  await context.exposeFunction('noted', (name: string) => noted.push(name));

  const window = await context.newPage();
  window.setDefaultTimeout(10_000);
  listen(window, problems);
  const cdp = await context.newCDPSession(window);
  await cdp.send('Emulation.setSafeAreaInsetsOverride', SAFE_AREA);
  await window.goto(`${ADDRESS}/#${at}`);
  const page = window.frameLocator('iframe').locator('body');

  async function sees(what: string | RegExp | Locator): Promise<void> {
    const wanted = typeof what === 'string' || what instanceof RegExp ? page.getByText(what) : what;
    try {
      await wanted.filter({ visible: true }).first().waitFor();
    } catch (cause) {
      const text = await page.innerText();
      throw new Error([`waited in vain for ${String(wanted)}`, ...problems, 'The page says:', text].join('\n'), {
        cause,
      });
    }
  }

  return {
    page,
    sees,
    byId: (id) => page.locator(`[id$="--${id}"]`).filter({ visible: true }),
    title: () => window.locator('#title'),
    route: async () => (await page.getAttribute('data-route')) ?? '',
    problems,
    noted,
    scans: (text) => (scanned = text),
    back: () => window.locator('#back').click(),
    // WeChat tells pages of a dark phone only if the package says that it is made for that.
    turn: (theme) => window.emulateMedia({ colorScheme: app.darkmode ? theme : 'light' }),
    picture: () => window.screenshot(),
    close: () => context.close(),
  };
}
