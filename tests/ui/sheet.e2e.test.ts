import type { Browser, Page } from 'playwright-core';
import { asDemoPerson, openBrowser } from '../support/browser';

jest.setTimeout(60_000);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

/** A finger on the handle of the sheet, drawn down by so many px; it stays there until `lift`. */
async function drawDown(page: Page, by: number): Promise<{ lift: () => Promise<void> }> {
  const device = await page.context().newCDPSession(page);
  await device.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const box = await page.locator('.grab').boundingBox();
  const at = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + 10 };
  const touch = (type: 'touchStart' | 'touchMove', y: number) =>
    device.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x: at.x, y }] });
  await touch('touchStart', at.y);
  await touch('touchMove', at.y + by / 2);
  await touch('touchMove', at.y + by);
  return {
    lift: async () => {
      await device.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    },
  };
}

const sheetAt = (page: Page, down: string) =>
  page.waitForFunction((wanted) => document.querySelector<HTMLElement>('.sheet')?.style.transform === wanted, down);

it('follows a finger on its handle, comes back when let go early, and is pushed away by more', async () => {
  const page = await asDemoPerson(browser, '林晓彤');
  await page.goto('/#/contact/holder');
  await page.locator('#leave').click();
  await page.locator('.sheet').waitFor();

  const early = await drawDown(page, 60);
  await sheetAt(page, 'translateY(60px)');
  await early.lift();
  await sheetAt(page, 'none');
  const far = await drawDown(page, 120);
  await sheetAt(page, 'translateY(120px)');
  await far.lift();
  await page.locator('.sheet').waitFor({ state: 'detached' });
});

it('stands still at once for who wants less motion, and rises for others', async () => {
  const page = await asDemoPerson(browser, '林晓彤');
  const moving = () =>
    page.evaluate(
      () => document.getAnimations().filter(({ effect }) => Number(effect?.getTiming().duration) > 1).length,
    );
  for (const reducedMotion of ['reduce', 'no-preference'] as const) {
    await page.emulateMedia({ reducedMotion });
    await page.goto('/#/contact/holder');
    await page.locator('#leave').click();
    await page.locator('.sheet').waitFor();
    expect((await moving()) > 0).toBe(reducedMotion === 'no-preference');
    await page.goto('/');
  }
});
