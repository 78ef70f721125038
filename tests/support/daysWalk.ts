import type { Page } from 'playwright-core';
import { openidOf } from '../../local/demo/cast';
import type { Outputs } from '../../types/contract';
import { says, scanText } from './browser';
import type { Walk } from './screens';
import { askAs } from './wx/door';

type Own = Outputs['grassrootsDay']['ownSites'];
type Shown = Outputs['grassrootsDay']['siteCode'];

const contact = openidOf('mai-haoming');

/** What the phone of the contact of 罗村青少年服务台 shows now. */
export async function codeOfLuocun(): Promise<string> {
  const { items } = await askAs<Own>(contact, 'grassrootsDay.ownSites', {});
  const siteId = items.find(({ name }) => name === '罗村青少年服务台')?.siteId;
  const { codes } = await askAs<Shown>(contact, 'grassrootsDay.siteCode', { siteId });
  return codes[0]?.text ?? '';
}

const top = (page: Page, selector: string) => page.locator(selector).filter({ visible: true }).first();

/** D4.2 A cadre checks in by a live code, and without one, and takes both back: the demo's week stays undone. */
export const daysAtTheGrassRoots: Walk = async (people, see) => {
  const page = await people.as('何志远');
  await scanText(page, await codeOfLuocun());
  await says(page, '今天算一天');
  await see(page, '08-check-in');
  await top(page, '#check-in').click();
  await top(page, '#see-day').waitFor();
  await see(page, '08a-checked-in');
  await top(page, '#undo').click();
  await page.goto('/?again#/days/site-list');
  await top(page, '#sites .row').waitFor();
  await see(page, '08b-sites');
  await top(page, '#site-search input').fill('没有这个地方');
  await says(page, '没有找到');
  await see(page, '08c-no-site');
  await top(page, '#site-search input').fill('dali');
  await page.locator('#sites .row', { hasText: '大沥五金园区' }).click();
  await says(page, '今天先记下，待确认');
  await see(page, '08d-check-in-waits');
  await top(page, '#check-in').click();
  await says(page, '记下了，待确认');
  await see(page, '08e-waits');
  await top(page, '#undo').click();
  await page.goto('/?more#/days/list');
  await top(page, '#days .row').waitFor();
  await see(page, '08f-days');
  await top(page, '#days .row').click();
  await says(page, '现场动态码');
  await see(page, '08g-day');
  await page.goto(`/?other#/days/check-in?q=${encodeURIComponent((await codeOfLuocun()).replace(/.$/, 'x'))}`);
  await says(page, '这不是我们的码');
  await see(page, '08h-refused');
  await page.goto('/?once#/home/index');
  await page.locator('#scan').click();
  await page.getByTestId('scan-text').waitFor();
  await page.goBack();
  const text = await codeOfLuocun();
  await page.context().setOffline(true);
  await scanText(page, text);
  await top(page, '#keep').waitFor();
  await see(page, '08i-keep');
  await top(page, '#keep').click();
  await says(page, '记在手机里了');
  await see(page, '08j-kept');
  await top(page, '#undo').click();
  await says(page, '没有报到');
  await page.context().setOffline(false);
};
