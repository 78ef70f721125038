import type { Browser } from 'playwright-core';
import { openidOf } from '../../local/demo/cast';
import { openBrowser } from '../support/browser';
import { compilePackage, type Compiled, openPhone } from '../support/easel/phone';
import { readCode } from '../support/easel/readCode';

jest.setTimeout(60_000);

let browser: Browser;
let compiled: Compiled;
beforeAll(async () => {
  browser = await openBrowser();
  compiled = await compilePackage(browser);
});
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

it('D2.1 a cadre scans the code that a youth’s phone draws: sheet, confirmed, done, undone', async () => {
  const youth = await openPhone(browser, compiled, openidOf('lin-xiaotong'));
  await youth.sees(/秒后换新/);
  const code = await readCode(browser, await youth.byId('code').screenshot());
  expect(code).toContain('/s/');

  const cadre = await openPhone(browser, compiled, openidOf('mai-haoming'));
  cadre.scans(code);
  await cadre.byId('scan').click();
  await cadre.sees(cadre.page.getByText('林晓彤', { exact: true }));
  await cadre.byId('confirm').click();
  await cadre.sees('已联系林晓彤');
  expect(cadre.noted).toContain('vibrateShort');
  await youth.sees('麦浩铭刚添加了你');

  await cadre.byId('undo').click();
  await cadre.sees('已撤销');
  expect([...cadre.problems, ...youth.problems]).toEqual([]);
});

it('one types into a field, opens a page and goes back to where one was', async () => {
  const cadre = await openPhone(browser, compiled, openidOf('he-zhiyuan'));
  await cadre.byId('tab-youths').click();
  await cadre.byId('search').locator('input').fill('zzzz');
  await cadre.sees('没有找到“zzzz”');
  await cadre.byId('search').locator('input').fill('');
  await cadre.page.locator('.rows.by-ava .row').first().click();
  await cadre.sees('怎么联系上的');
  expect(await cadre.title().textContent()).toBe('青年');

  await cadre.back();
  await cadre.sees(cadre.byId('search'));
  expect(await cadre.route()).toBe('home/index');
  expect(await cadre.page.getByText('怎么联系上的').count()).toBe(0);
  expect(cadre.problems).toEqual([]);
});
