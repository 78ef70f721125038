import type { Browser } from 'playwright-core';
import { asDemoPerson, DESKTOP, openBrowser, says } from '../support/browser';
import { NOTICE_2023 } from './notices';

jest.setTimeout(120_000);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it('D10.3 an administrator of the province reads a notice before loading it; then all others see it', async () => {
  const province = await asDemoPerson(browser, '冼咏岚', DESKTOP);
  const city = await asDemoPerson(browser, '邓绮雯');
  await province.goto('/#/days/calendar');
  await province.locator('#notice textarea').fill(NOTICE_2023.replace('共7天', '共8天'));
  await province.locator('#read-notice').click();
  await says(province, /二、春节：1月21日至27日放假调休，共8天/);
  await says(province, '通知里有一处读不懂');

  await province.locator('#notice textarea').fill(NOTICE_2023);
  await province.locator('#read-notice').click();
  await says(province, '2023 年读出来是这样');
  await says(
    province,
    '放假的工作日：1月2日、1月23日至27日、4月5日、5月1日至3日、6月22日、23日、9月29日、10月2日至6日',
  );
  await says(province, '上班的周末：1月28日、29日、4月23日、5月6日、6月25日、10月7日、8日');
  await city.goto('/#/days/calendar');
  await says(city, '2024 年');
  expect(await city.locator('#years').innerText()).not.toContain('2023');

  await province.locator('#load-calendar').click();
  await says(province, '已载入，相关的周会重新算');
  expect(await province.locator('#years .row', { hasText: '2023 年' }).innerText()).toContain('冼咏岚');
  await city.reload();
  await city.locator('#years .row', { hasText: '2023 年' }).waitFor();
  expect(await city.locator('#notice').count()).toBe(0);
  await says(city, '由团省委的管理员载入');
});
