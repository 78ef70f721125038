import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from './support/browser';
import { type See, walks } from './support/screens';

/** Pictures of every screen and state, into an ignored folder. Nothing is asserted: they are there to be looked at. */
const FOLDER = path.join(process.cwd(), '.gallery');

jest.setTimeout(300_000);

let browser: Browser;
beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

const shoot: See = async (page, name, { whole = false } = {}) => {
  await page.waitForTimeout(600);
  const size = page.viewportSize();
  if (whole && size) {
    const height = await page.evaluate(() =>
      Math.max(...[...document.querySelectorAll('.page')].map((one) => one.scrollHeight)),
    );
    await page.setViewportSize({ width: size.width, height: Math.max(size.height, height + 60) });
  }
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
  if (whole && size) await page.setViewportSize(size);
};

it.each(Object.entries(walks))('%s', (_title, walk) => walk(browser, shoot));
