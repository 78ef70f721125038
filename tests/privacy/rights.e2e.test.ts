import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { asDemoPerson, codeTextOf, openBrowser, says, scanText } from '../support/browser';
import { aRegistered } from '../support/newcomer';

jest.setTimeout(120_000);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

/** 何志远 scans somebody's code, and has the list of youths before him. */
async function heldByHe(youth: Page): Promise<Page> {
  const cadre = await asDemoPerson(browser, '何志远');
  await scanText(cadre, await codeTextOf(youth));
  await cadre.locator('#confirm').click();
  await says(cadre, /已联系/);
  await cadre.goto('/');
  await cadre.locator('#tab-youths').click();
  await cadre.locator('.rows.by-ava .row').first().waitFor();
  return cadre;
}

const rowOf = (cadre: Page, name: string) => cadre.locator('.rows.by-ava .row', { hasText: name }).first();

async function toRights(youth: Page): Promise<void> {
  await youth.goto('/#/contact/holder');
  await youth.reload();
  await says(youth, '注销账号');
}

it('D9.5 a youth withdraws while the cadre’s list is open: the next tap finds nobody, and the row is gone', async () => {
  const youth = await aRegistered(browser, '上官听风');
  const cadre = await heldByHe(youth);
  await rowOf(cadre, '上官听风').waitFor();
  await toRights(youth);
  await youth.locator('#withdraw').click();
  await youth.locator('#withdraw-now').click();
  await says(youth, /谁也看不到你/);

  await rowOf(cadre, '上官听风').click();
  await says(cadre, '这份联系不在了');
  await cadre.goBack();
  await rowOf(cadre, '上官听风').waitFor({ state: 'detached' });

  await youth.goto('/');
  await says(youth, '你撤回了同意');
  await youth.locator('#agree').click();
  await says(youth, /秒后换新/);
  expect(await rowOf(cadre, '上官听风').count()).toBe(0);
});

it('D9.4 a youth closes the account: the name is gone, and the same WeChat account starts as a newcomer', async () => {
  const youth = await aRegistered(browser, '司徒晚晴');
  const cadre = await heldByHe(youth);
  await toRights(youth);
  await youth.locator('#close').click();
  await youth.locator('#close-now').click();
  await says(youth, '已注销');
  await cadre.reload();
  await cadre.locator('#tab-youths').click();
  await cadre.locator('.rows.by-ava .row').first().waitFor();
  expect(await rowOf(cadre, '司徒晚晴').count()).toBe(0);
  expect(await youth.context().cookies()).toEqual([]);
  await youth.goto('/?browser');
  await says(youth, '用微信扫码登录');
});

it('D9.4 a youth corrects at once what decides nothing, and asks for the name; the organisation answers', async () => {
  const youth = await aRegistered(browser, '诸葛小雨');
  const cadre = await heldByHe(youth);
  await toRights(youth);
  await youth.locator('#correct').click();
  await youth.getByRole('radio', { name: '农村' }).click();
  await youth.locator('#save').click();
  await youth.locator('#name input').filter({ visible: true }).fill('诸葛晓雨');
  await youth.locator('#ask-name').click();
  await says(youth, /等答复/);

  const administrator = await asDemoPerson(browser, '邓绮雯');
  await administrator.goto('/#/org/todo');
  await administrator.locator('.row', { hasText: '更正姓名' }).first().click();
  await says(administrator, '诸葛晓雨');
  await administrator.locator('#approve').click();
  await administrator.locator('.row', { hasText: '更正姓名' }).waitFor({ state: 'detached' });

  await cadre.reload();
  await cadre.locator('#tab-youths').click();
  await rowOf(cadre, '诸葛晓雨').getByText('农村').waitFor();
  await toRights(youth);
  await says(youth, '已更正');
  // The demo's people are as the next test expects them.
  await youth.locator('#close').click();
  await youth.locator('#close-now').click();
  await says(youth, '已注销');
});

async function downloaded(page: Page, button: string): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.locator(button).click();
  return readFileSync(await (await coming).path(), 'utf8');
}

it('D9.4 a copy is taken away as data, and as a page that loads nothing from anywhere', async () => {
  const youth = await aRegistered(browser, '闻人知夏');
  await toRights(youth);
  await youth.locator('#copy').click();
  await says(youth, '可以打印的');
  const data = JSON.parse(await downloaded(youth, '#save-data')) as { person: { name: string } };
  expect(data.person.name).toBe('闻人知夏');
  const page = await downloaded(youth, '#save-page');
  expect(page).toContain('闻人知夏');
  expect(page).not.toMatch(/src=|href=|url\(|@import/);
});
