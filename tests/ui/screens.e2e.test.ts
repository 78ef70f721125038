import type { Browser } from 'playwright-core';
import { findingsOn } from '../support/accessible';
import { foreignAddresses, openBrowser, type People, peopleOf, settled } from '../support/browser';
import { type See, walks } from '../support/screens';

jest.setTimeout(120_000);

let browser: Browser;
let people: People;
beforeAll(async () => {
  browser = await openBrowser();
  people = peopleOf(browser);
});
afterAll(() => browser.close());

it.each(Object.entries(walks))('%s: every screen can be perceived and pressed', async (_title, walk) => {
  const found: string[] = [];
  const check: See = async (page, name) => {
    await settled(page);
    found.push(...(await findingsOn(page)).map((finding) => `${name}: ${finding}`));
  };
  await walk(people, check);
  expect(found).toEqual([]);
});

it('D9.1 none of them has asked a foreign host for anything', () => {
  expect(foreignAddresses()).toEqual([]);
});
