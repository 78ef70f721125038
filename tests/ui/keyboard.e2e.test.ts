import type { Browser, Page } from 'playwright-core';
import { asDemoPerson, aStranger, codeTextOf, openBrowser, says } from '../support/browser';
import { focused, focusOn, tabTo } from '../support/keyboard';

jest.setTimeout(120_000);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

const press = (page: Page, ...keys: string[]) =>
  keys.reduce(async (before, key) => (await before, page.keyboard.press(key)), Promise.resolve());
const titled = async (page: Page, title: string) => {
  await focusOn(page, '.nav-title');
  expect(await focused(page)).toMatchObject({ name: title });
  await page.waitForFunction((wanted) => document.title === wanted, title);
};

it('with the keyboard alone: chosen, scanned, confirmed, undone, and back where one was', async () => {
  const youth = await asDemoPerson(browser, '林晓彤');
  await says(youth, /秒后换新/);
  const code = await codeTextOf(youth);

  const { page } = await aStranger(browser);
  await page.goto('/');
  await tabTo(page, 'button[value="he-zhiyuan"]');
  await press(page, 'Enter');
  await says(page, '还差 16 位');
  await tabTo(page, '#scan');
  await press(page, ' ');
  await titled(page, '扫一扫');
  await tabTo(page, '#code-text');
  await page.keyboard.insertText(code);
  await press(page, 'Enter');

  await page.locator('#confirm').waitFor();
  await focusOn(page, '.sheet');
  await press(page, 'Shift+Tab');
  await focusOn(page, '#confirm');
  await press(page, 'Tab');
  expect(await focused(page)).toMatchObject({ name: '收起' });
  await tabTo(page, '#confirm');
  await press(page, 'Enter');
  await says(page, '已联系林晓彤');
  await focusOn(page, '.sheet');
  await tabTo(page, '#undo');
  await press(page, 'Enter');
  await says(page, '已撤销');
  await press(page, 'Escape');
  await page.locator('.sheet').waitFor({ state: 'detached' });
  await focusOn(page, '#code-text');

  await tabTo(page, '.nav-back', 'Shift+Tab');
  await press(page, 'Enter');
  await focusOn(page, '#scan');
});

it('a key held down presses once', async () => {
  const page = await asDemoPerson(browser, '何志远');
  await says(page, '还差 16 位');
  await tabTo(page, '#tab-today');
  await page.keyboard.down('ArrowRight');
  await focusOn(page, '#tab-youths');
  await page.locator('.rows .row').first().waitFor();
  await tabTo(page, '.rows .row');
  const before = await page.evaluate(() => history.length);
  await page.keyboard.down('Enter');
  await page.keyboard.down('Enter');
  await titled(page, '青年');
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
});

it('arrow keys go through tabs and choices; a page is left and come back to at its row', async () => {
  const page = await asDemoPerson(browser, '何志远');
  await says(page, '还差 16 位');
  await tabTo(page, '#tab-today');
  await press(page, 'ArrowLeft');
  await focusOn(page, '#tab-me');
  await press(page, 'ArrowLeft');
  await focusOn(page, '#tab-youths[aria-selected="true"]');
  await page.waitForFunction(() => document.title === '青年');

  await page.locator('.rows .row').first().waitFor();
  await tabTo(page, '[role="radio"]');
  await press(page, 'ArrowRight');
  const { name } = await focused(page);
  await page.locator('[role="radio"][aria-checked="true"]', { hasText: name.replace('\n', '') }).waitFor();
  expect(name).not.toContain('全部');
  await press(page, 'ArrowLeft');
  expect(await focused(page)).toMatchObject({ name: '全部 84' });

  await tabTo(page, '.rows .row');
  await press(page, 'Tab');
  const row = await focused(page);
  await press(page, 'Enter');
  await says(page, '哪天联系上的');
  await titled(page, '青年');
  await tabTo(page, '.nav-back');
  await press(page, ' ');
  await focusOn(page, '.row');
  expect(await focused(page)).toEqual(row);
});

it('what is missing or refused in the registration is told where it stands, and the focus is there', async () => {
  const page = await asDemoPerson(browser, '一位新来的人');
  await page.locator('#agree').waitFor();
  await titled(page, '到青年中去');
  await tabTo(page, '#agree');
  await press(page, 'Enter');
  await titled(page, '登记');
  await tabTo(page, '#register');
  await press(page, 'Enter');
  await focusOn(page, '#name input');
  const name = page.getByRole('textbox', { name: '姓名' });
  expect(await name.getAttribute('aria-invalid')).toBe('true');
  expect(await page.locator(`#${await name.getAttribute('aria-describedby')}`).innerText()).toBe('还差姓名');
  await page.getByText('还差出生年月').waitFor();
  expect(await page.getByRole('radiogroup').getAttribute('aria-invalid')).toBe('true');

  await page.keyboard.insertText('张3');
  await page.getByText('还差姓名').waitFor({ state: 'detached' });
  await press(page, 'Tab');
  await page.keyboard.type('2020');
  await press(page, 'Tab');
  await page.keyboard.type('6');
  await press(page, 'Tab', ' ', 'ArrowRight');
  await page.getByRole('radio', { name: '农村', checked: true }).waitFor();
  await tabTo(page, '#register');
  await press(page, 'Enter');

  await says(page, /姓名里有多余的符号/);
  await focusOn(page, '#name input[aria-invalid="true"]');
  await press(page, 'End', 'Backspace');
  await tabTo(page, '#register');
  await press(page, 'Enter');
  await says(page, /从 14 岁开始登记/);
  await focusOn(page, '#born-year[aria-invalid="true"]');
  await page.keyboard.type('2004');
  await page.getByText(/从 14 岁开始登记/).waitFor({ state: 'detached' });
  await tabTo(page, '#register');
  await press(page, 'Enter');
  await says(page, /秒后换新/);
  await titled(page, '到青年中去');
});

it('D2.4 without WeChat, QQ and Weibo it is said plainly, and can be saved all the same', async () => {
  const page = await asDemoPerson(browser, '梁倩文');
  await says(page, /还差|已经联系上/);
  await page.goto('/#/org/channels');
  await page.locator('#save').waitFor();
  for (const kind of ['wechat', 'qq', 'weibo']) await page.locator(`#channel-${kind} input`).fill('');
  await page.getByRole('textbox', { name: '电话' }).fill('+86 0757-86330000');
  expect(await page.getByRole('textbox', { name: '电话' }).getAttribute('type')).toBe('tel');
  await page.locator('#save').click();
  await says(page, '微信、QQ、微博一种也没有');
  await page.locator('#save', { hasText: '先这样保存' }).click();
  await page.locator('#tab-me').waitFor();
  await page.goto('/#/org/channels');
  await page.locator('#channel-phone input').waitFor();
  expect(await page.locator('#channel-phone input').inputValue()).toBe('+86 0757-86330000');
  await page.locator('#channel-qq input').fill('012');
  await page.locator('#save').click();
  await page.locator('#tab-me').waitFor();
});
