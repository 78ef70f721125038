import type { Browser } from 'playwright-core';
import { asDemoPerson, aStranger, codeTextOf, DESKTOP, openBrowser } from '../support/browser';
import { standIn } from '../support/stand-in';

jest.setTimeout(120_000);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

it('D9.1 a newcomer reads the notice, may go away without a trace, agrees, and has a code', async () => {
  const page = await asDemoPerson(browser, '一位新来的人');
  await page.getByText('开始之前，先说清楚').waitFor();
  await page.getByText('先不用').click();
  await page
    .getByText(/什么也没有记|没有留下|什么都没有记/)
    .first()
    .waitFor();
  await page.goto('/');
  await page.locator('#agree').click();
  await page.locator('#name input').fill('新来的');
  await page.locator('#register').click();
  await page.getByText('还差出生年月').waitFor();
  await page.locator('#born-year').selectOption('2004');
  await page.locator('#born-month').selectOption('06');
  await page.getByRole('radio', { name: '新媒体' }).click();
  await page.locator('#register').click();
  await page.getByText(/秒后换新/).waitFor();
  expect(await codeTextOf(page)).toMatch(/\/s\/Y[\w-]{22}\.\d+\.\d{8}$/);
  await page.reload();
  await page.getByText('新来的').first().waitFor();
});

it('a browser without a session is shown the chooser, and the app itself says how to come in', async () => {
  const { page } = await aStranger(browser);
  await page.goto(standIn().url);
  await page.getByText('只有这台电脑上的演示有这一步').waitFor();
  await page.goto(`${standIn().url}/?browser`);
  await page.getByText('用微信扫码登录').waitFor();
  expect(await codeTextOf(page)).toMatch(/\/s\/D[\w-]{22}$/);
});

it('D1.5 an administrator sees the sums of the organisation and goes down; where nobody has to, it says so (C33)', async () => {
  for (const viewport of [undefined, DESKTOP]) {
    const page = await asDemoPerson(browser, '邓绮雯', viewport);
    await page.getByText('佛山市委').filter({ visible: true }).first().waitFor();
    await page.getByText('南海区团委').filter({ visible: true }).first().click();
    await page.getByText('狮山镇团委').filter({ visible: true }).first().waitFor();
    expect((await page.getByRole('link', { name: '佛山市委' }).boundingBox())?.y).toBeGreaterThan(0);
    await page.getByText('不适用').filter({ visible: true }).first().waitFor();
  }
});

it('no foreign host is contacted', async () => {
  const page = await asDemoPerson(browser, '何志远');
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  await page.reload();
  await page.locator('#tab-youths').click();
  await page.locator('#tab-me').click();
  await page.locator('#tab-today').click();
  hosts.delete('');
  expect([...hosts]).toEqual([new URL(standIn().url).host]);
});
