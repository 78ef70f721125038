import type { Browser, Page } from 'playwright-core';
import { asDemoPerson, aStranger, openBrowser, says } from '../support/browser';

jest.setTimeout(60_000);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

const places = (page: Page) => page.evaluate(() => history.length);

it('without a network a page opens whose code was fetched ahead; its content comes with the network', async () => {
  const page = await asDemoPerson(browser, '何志远');
  await page.locator('#tab-youths').click();
  await page.locator('.rows .row').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  await page.locator('.rows .row').first().click();
  await says(page, '没有连上');
  await page.context().setOffline(false);
  await says(page, '哪天联系上的');
});

it('a page whose code does not come says so, leaves nothing in the history, and opens later', async () => {
  const { page } = await aStranger(browser);
  await page.addInitScript(() => {
    // Nothing is fetched ahead.
    window.requestIdleCallback = () => 0;
  });
  await page.goto('/');
  await page.getByRole('button', { name: '何志远' }).click();
  await page.locator('#tab-youths').click();
  await page.locator('.rows .row').first().waitFor();
  const [before, address] = [await places(page), page.url()];

  await page.context().setOffline(true);
  await page.locator('.rows .row').first().click();
  await says(page, '没有连上，这一页没有打开');
  expect([await places(page), page.url()]).toEqual([before, address]);

  await page.context().setOffline(false);
  await page.locator('.rows .row').first().click();
  await says(page, '哪天联系上的');
  await page.goBack();
  await page.locator('.rows .row').first().waitFor();
});
