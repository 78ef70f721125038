import type { Browser, Page } from 'playwright-core';
import { openidOf } from '../../local/demo/cast';
import type { Outputs } from '../../types/contract';
import { asDemoPerson, openBrowser, says, scanText } from '../support/browser';
import { codeOfLuocun } from '../support/luocun';
import { until } from '../support/until';
import { askAs } from '../support/wx/door';

jest.setTimeout(120_000);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

const visible = (page: Page, selector: string) => page.locator(selector).filter({ visible: true }).first();

const daysOf = async (slug: 'he-zhiyuan' | 'luo-jiashu') =>
  (await askAs<Outputs['grassrootsDay']['days']>(openidOf(slug), 'grassrootsDay.days', {})).items;

it('D4.2 the code of a site, scanned: what it does, one tap, and taken back as if it had never been', async () => {
  const cadre = await asDemoPerson(browser, '骆嘉澍');
  const before = await daysOf('luo-jiashu');
  await scanText(cadre, await codeOfLuocun());
  await says(cadre, '罗村青少年服务台');
  await says(cadre, '今天算一天');
  expect(await daysOf('luo-jiashu')).toHaveLength(before.length);
  await visible(cadre, '#check-in').click();
  await visible(cadre, '#see-day').waitFor();
  const [latest] = await daysOf('luo-jiashu');
  expect(latest).toMatchObject({ state: 'confirmed', because: null, site: { name: '罗村青少年服务台' } });
  await visible(cadre, '#undo').click();
  await until(async () => (await daysOf('luo-jiashu')).length === before.length);
});

it('D8.2 without a code: a site from the list, a day that waits, its line, asked for, and the way back', async () => {
  const cadre = await asDemoPerson(browser, '骆嘉澍');
  await cadre.goto('/#/days/site-list');
  await visible(cadre, '#site-search input').fill('zumiao');
  await cadre.locator('#sites .row', { hasText: '祖庙街区' }).click();
  await says(cadre, /没有扫码，这一天先记为待确认/);
  await visible(cadre, '#check-in').click();
  await says(cadre, '记下了，待确认');
  await visible(cadre, '#undo').waitFor();
  const [{ checkInId, day } = { checkInId: '', day: '' }] = await daysOf('luo-jiashu');
  await visible(cadre, '#see-day').click();
  await visible(cadre, `#line-${checkInId} input`).fill('看了直播间');
  await cadre.getByText('记下这句').click();
  await visible(cadre, '#ask').click();
  await says(cadre, '今天请过了，等对方看。');
  expect((await daysOf('luo-jiashu'))[0]).toMatchObject({ day, line: '看了直播间', state: 'unconfirmed' });
  const requestId = '0190a1b2-c3d4-7e5f-8a6b-0123456789ab';
  await askAs(openidOf('luo-jiashu'), 'grassrootsDay.undoCheckIn', { checkInId, requestId });
});
