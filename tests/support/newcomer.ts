import type { Browser, Page } from 'playwright-core';
import { asDemoPerson, says } from './browser';

/** Registers whoever has just been chosen as 一位新来的人, and waits for the code. */
export async function registers(page: Page, name: string): Promise<void> {
  await page.locator('#agree').click();
  await page.locator('#name input').fill(name);
  await page.locator('#born-year').selectOption('2004');
  await page.locator('#born-month').selectOption('06');
  await page.getByRole('radio', { name: '学校' }).click();
  await page.locator('#register').click();
  await page.getByText(/秒后换新/).waitFor();
}

/** Somebody who has just registered: what one does with an account of one's own is nobody else's matter. */
export async function aRegistered(browser: Browser, name: string): Promise<Page> {
  const page = await asDemoPerson(browser, '一位新来的人');
  await registers(page, name);
  return page;
}

/** Leaves the cadre who holds this youth: whom the demo promises is as before for the next test. */
export async function leavesAgain(page: Page): Promise<void> {
  await page.goto('/#/contact/holder');
  await page.reload();
  await page.locator('#leave').filter({ visible: true }).first().click();
  await page.locator('#leave-only').click();
  await says(page, '之前联系过你的');
}
