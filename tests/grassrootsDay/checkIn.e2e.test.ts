import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { openidOf } from '../../local/demo/cast';
import type { Outputs } from '../../types/contract';
import { asDemoPerson, openBrowser, says, scanText } from '../support/browser';
import { codeOfLuocun } from '../support/luocun';
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
  const [before] = await daysOf('luo-jiashu');
  await scanText(cadre, await codeOfLuocun());
  await says(cadre, '罗村青少年服务台');
  await says(cadre, '今天算一天');
  expect((await daysOf('luo-jiashu'))[0]).toEqual(before);
  await visible(cadre, '#check-in').click();
  await visible(cadre, '#see-day').waitFor();
  const [latest] = await daysOf('luo-jiashu');
  expect(latest).toMatchObject({ state: 'confirmed', because: null, site: { name: '罗村青少年服务台' } });
  await visible(cadre, '#undo').click();
  await visible(cadre, '#scan').waitFor();
  expect((await daysOf('luo-jiashu'))[0]).toEqual(before);
});

it('D8.1 without a network a second tap on 先记下 takes nothing back, and it is sent once there is one', async () => {
  const text = await codeOfLuocun();
  const cadre = await asDemoPerson(browser, '骆嘉澍');
  // The page of a check-in is there from now on.
  await scanText(cadre, text);
  await says(cadre, '今天算一天');
  await cadre.goto('/?offline#/home/index');
  await visible(cadre, '#scan').click();
  await cadre.getByTestId('scan-text').waitFor();
  await cadre.goBack();
  await cadre.context().setOffline(true);
  await scanText(cadre, text);
  await visible(cadre, '#keep').click();
  // Where it is by now, whether it takes taps or not.
  await visible(cadre, '#undo').dispatchEvent('click');
  await says(cadre, '记在手机里了');
  expect(await cadre.getByText('没有报到').count()).toBe(0);
  await cadre.context().setOffline(false);
  await visible(cadre, '#see-day').waitFor();
  const [latest] = await daysOf('luo-jiashu');
  expect(latest).toMatchObject({ state: 'confirmed', site: { name: '罗村青少年服务台' } });
  const checkInId = latest?.checkInId ?? '';
  await askAs(openidOf('luo-jiashu'), 'grassrootsDay.undoCheckIn', { checkInId, requestId: uuidv7() });
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
