import type { Browser } from 'playwright-core';
import { findingsOn } from '../support/accessible';
import { openBrowser } from '../support/browser';
import { type See, walks } from '../support/screens';

jest.setTimeout(120_000);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

it.each(Object.entries(walks))('%s: every screen can be perceived and pressed', async (_title, walk) => {
  const found: string[] = [];
  const check: See = async (page, name) => {
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    const begun = Date.now();
    found.push(...(await findingsOn(page)).map((finding) => `${name}: ${finding}`));
    console.log(name, Date.now() - begun);
  };
  await walk(browser, check);
  expect(found).toEqual([]);
});
