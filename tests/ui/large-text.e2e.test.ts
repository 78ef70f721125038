import type { Browser } from 'playwright-core';
import { openBrowser, type People, peopleOf, settled } from '../support/browser';
import { crampedOn, endOf } from '../support/largeText';
import { type See, walks } from '../support/screens';

jest.setTimeout(120_000);

/** Twice a browser's usual 16 px, as its owner sets it once for everything. */
const TWICE = ['--blink-settings=defaultFontSize=32'];

const MAIN: (keyof typeof walks)[] = [
  'the chooser',
  'a newcomer',
  'a cadre',
  'a scan',
  'scans without a network',
  'a card in a chat',
  'a youth',
  'an administrator',
  'channels',
];

let browser: Browser;
let people: People;
beforeAll(async () => {
  browser = await openBrowser(TWICE);
  people = peopleOf(browser);
});
afterAll(() => browser.close());

it.each(MAIN)('%s: everything can be read and pressed with letters of twice the size', async (title) => {
  const found: string[] = [];
  const check: See = async (page, name) => {
    await settled(page);
    found.push(...[...(await crampedOn(page)), ...(await endOf(page))].map((finding) => `${name}: ${finding}`));
    if (process.env.SHOTS) await page.screenshot({ path: `.gallery/200-${name}.png` });
  };
  await walks[title](people, check);
  expect(found).toEqual([]);
});
