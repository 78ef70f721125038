import type { Browser, Page } from 'playwright-core';
import { asDemoPerson, DESKTOP, openBrowser, PHONE } from '../support/browser';

jest.setTimeout(60_000);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

const shown = (page: Page, text: string) => page.locator('.page').getByText(text).filter({ visible: true }).first();
const headed = (page: Page, name: RegExp) =>
  page.getByRole('heading', { name }).filter({ visible: true }).first().waitFor();

it.each([
  ['a phone', PHONE],
  ['a desktop', DESKTOP],
])('D1.5 on %s every organisation has its address: reload, back, and the way up', async (_what, viewport) => {
  const page = await asDemoPerson(browser, '邓绮雯', viewport);
  await shown(page, '南海区团委').click();
  await headed(page, /南海区/);
  const district = page.url();
  await shown(page, '狮山镇团委').click();
  await headed(page, /狮山镇/);
  expect(page.url()).not.toBe(district);

  await page.reload();
  await headed(page, /狮山镇/);
  await page.goBack();
  await headed(page, /南海区/);
  expect(page.url()).toBe(district);

  await shown(page, '狮山镇团委').click();
  await headed(page, /狮山镇/);
  await page
    .getByRole('link', { name: /南海区/ })
    .filter({ visible: true })
    .click();
  await headed(page, /南海区/);
  expect(page.url()).toBe(district);

  await shown(page, '狮山镇团委').click();
  await headed(page, /狮山镇/);
  await page.getByRole('link', { name: '佛山市委' }).filter({ visible: true }).click();
  await headed(page, /佛山/);
  await page.goBack();
  await headed(page, /南海区/);
});
