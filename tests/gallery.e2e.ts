import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { aStranger, DESKTOP, openBrowser, type People, peopleOf, PHONE, settled } from './support/browser';
import { compilePackage, openPhone } from './support/easel/phone';
import { settled as drawn, visitsTo } from './support/easel/visits';
import { type See, walks } from './support/screens';

/** Pictures of every component, screen and state, light and dark, into an ignored folder. Nothing is asserted: they are there to be looked at. */
const FOLDER = path.join(process.cwd(), '.gallery');

jest.setTimeout(300_000);

let browser: Browser;
let people: People;
beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  browser = await openBrowser();
  people = peopleOf(browser);
});
afterAll(() => browser.close());

const shoot: See = async (page, name, { whole = false } = {}) => {
  await settled(page);
  const size = page.viewportSize();
  if (whole && size) {
    const height = await page.evaluate(() =>
      Math.max(...[...document.querySelectorAll('.page, body')].map((one) => one.scrollHeight)),
    );
    await page.setViewportSize({ width: size.width, height: Math.max(size.height, height + 60) });
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const file = colorScheme === 'light' ? name : `${name}-dark`;
    await page.screenshot({ path: path.join(FOLDER, `${file}.png`) });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (whole && size) await page.setViewportSize(size);
};

it.each(Object.entries(walks))('%s', (_title, walk) => walk(people, shoot));

it.each([
  ['00-components', PHONE],
  ['00-components-desktop', DESKTOP],
])('%s', async (picture, viewport) => {
  const { page } = await aStranger(browser, viewport);
  await page.goto('/?browser#/gallery/index');
  await page.locator('.gallery').waitFor();
  await shoot(page, picture, { whole: true });
});

it('the mini-program itself', async () => {
  const compiled = await compilePackage(browser);
  for (const page of compiled.pages) {
    for (const { who, openid, query } of visitsTo(page)) {
      const phone = await openPhone(browser, compiled, openid, `/${page}${(await query?.()) ?? ''}`);
      await drawn(phone);
      for (const theme of ['light', 'dark'] as const) {
        await phone.turn(theme);
        writeFileSync(
          path.join(FOLDER, `mini-${[...page.split('/'), who.split(' ').at(-1), theme].join('-')}.png`),
          await phone.picture(),
        );
      }
      await phone.close();
    }
  }
});
