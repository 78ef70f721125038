import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { standIn } from './stand-in';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 800 };

declare global {
  /** Where a failing test is to be looked at. */
  var pageOpened: ((page: Page) => void) | undefined;
}

export const openBrowser = (more: string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: [...FLAGS, ...more] });

const foreign = new Set<string>();

/** Every address outside of the stand-in that any page of this test file has asked for. */
export const foreignAddresses = (): string[] => [...foreign];

function watch(context: BrowserContext): void {
  context.on('page', (opened) => globalThis.pageOpened?.(opened));
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^(http|ws)/.test(protocol) && origin !== standIn().url) foreign.add(request.url());
  });
}

/** A browser of its own, with no session. */
export async function aStranger(browser: Browser, viewport = PHONE): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: 2,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    baseURL: standIn().url,
  });
  watch(context);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return { context, page };
}

/** A browser in which somebody of the demo was chosen on the first page. */
export async function asDemoPerson(browser: Browser, name: string, viewport = PHONE): Promise<Page> {
  const { page } = await aStranger(browser, viewport);
  await page.goto(standIn().url);
  await page.getByRole('button', { name }).click();
  await page.waitForURL((url) => url.pathname === '/' || url.hash !== '');
  return page;
}

/** Pages for those who take part in a walk. */
export interface People {
  as: (name: string, viewport?: typeof PHONE) => Promise<Page>;
  stranger: (viewport?: typeof PHONE) => Promise<Page>;
}

const isSignedIn = async (page: Page): Promise<boolean> =>
  (await page.context().cookies()).some(({ name }) => name === 'sid');

/** The same person comes back on the same page, and has what it loaded; who signed out is chosen anew. */
export function peopleOf(browser: Browser): People {
  const known = new Map<string, Page>();
  return {
    async as(name, viewport = PHONE) {
      const key = `${name} ${viewport.width}`;
      const before = known.get(key);
      if (before && (await isSignedIn(before))) {
        await before.setViewportSize(viewport);
        await before.goto('/');
        return before;
      }
      const page = await asDemoPerson(browser, name, viewport);
      known.set(key, page);
      return page;
    },
    stranger: async (viewport) => (await aStranger(browser, viewport)).page,
  };
}

/** Waits until it stands on the page, to be seen. */
export const says = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).filter({ visible: true }).first().waitFor();

/** Until nothing on the page moves any more and its pictures are drawn. */
export const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.allSettled([
      ...document.getAnimations().map(({ finished }) => finished),
      ...[...document.images].map((image) => image.decode()),
    ]),
  );

/** Reads the youth's code off the page as a scanner would take it: the picture itself, as a PNG. */
export async function pictureOf(page: Page): Promise<Buffer> {
  return page.locator('#code').screenshot();
}

export const codeTextOf = async (page: Page): Promise<string> =>
  (await page.locator('#code').getAttribute('data-code')) ?? '';

/** Gives the scan page the text of a code. */
export async function scanText(page: Page, text: string): Promise<void> {
  await page.locator('#scan').click();
  await page.getByTestId('scan-text').locator('input').fill(text);
  await page.locator('#take-text').click();
}
