import type { Browser, Page } from 'playwright-core';
import { policy } from '../../config/policy';
import { asDemoPerson, aStranger, codeTextOf, DESKTOP, openBrowser, says, scanText } from '../support/browser';

jest.setTimeout(120_000);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

async function aDesktop(): Promise<Page> {
  const { page } = await aStranger(browser, DESKTOP);
  await page.goto('/?browser');
  await page.locator('#code').waitFor();
  return page;
}

const answer = async (phone: Page, text: string, id: 'approve' | 'refuse'): Promise<void> => {
  await scanText(phone, text);
  await says(phone, '只在你自己面前的电脑上确认');
  await phone.locator(`#${id}`).click();
};

it('a desktop is let in by the phone that read its code, and is out at its next call once the phone ends it', async () => {
  const [desktop, phone] = [await aDesktop(), await asDemoPerson(browser, '邓绮雯')];
  await phone.locator('#tab-me').click();
  await phone.goto('/#/scan/index');
  const text = await codeTextOf(desktop);
  await phone.getByTestId('scan-text').locator('input').fill(text);
  await phone.locator('#take-text').click();
  await says(phone, 'Linux 上的 Chrome');
  await says(desktop, '已扫码，请在手机上确认');
  await phone.locator('#approve').click();
  await says(phone, '电脑上进来了');
  await says(desktop, '南海区团委');
  const cookies = await desktop.context().cookies();
  expect(cookies.filter(({ name }) => name === 'sid')).toMatchObject([{ httpOnly: true, sameSite: 'Lax' }]);
  expect(await desktop.evaluate(() => document.cookie)).not.toContain('sid');
  await desktop.reload();
  await says(desktop, '南海区团委');

  await phone.goto('/#/account/devices');
  await says(phone, '这一台');
  await phone.locator('.row', { hasText: 'Linux 上的 Chrome' }).filter({ hasNotText: '这一台' }).first().click();
  await phone.locator('#end').click();
  await says(phone, '已经退出');
  await desktop.locator('#tab-me').click();
  await says(desktop, '用微信扫码登录');
  await phone.goto('/');
  await says(phone, '南海区团委');
});

it('a no on the phone is told on the desktop, and another code is a tap away', async () => {
  const [desktop, phone] = [await aDesktop(), await asDemoPerson(browser, '何志远')];
  const text = await codeTextOf(desktop);
  await scanText(phone, text);
  await says(desktop, '已扫码，请在手机上确认');
  await phone.locator('#refuse').click();
  await says(phone, '没有让它登录');
  await says(desktop, '手机上没有同意');
  let letIn = (): void => undefined;
  const held = new Promise<void>((resolve) => (letIn = resolve));
  await desktop.route('**/api/account/askSignIn', async (route) => {
    await held;
    await route.continue();
  });
  await desktop.locator('#another-code').click();
  await desktop.locator('.live-code.skeleton').waitFor();
  expect(await desktop.locator('#code').count()).toBe(0);
  letIn();
  await desktop.locator('#code').waitFor();
  expect(await codeTextOf(desktop)).not.toBe(text);
});

it('a code that has run out is followed by another of itself, once; then it waits for a tap', async () => {
  const { page: desktop } = await aStranger(browser, DESKTOP);
  const expired = { code: 'SIGN_IN_EXPIRED', status: 409, message: '', defined: true, data: { rule: null } };
  let asked = 0;
  await desktop.route('**/api/account/askSignIn', (route) => {
    asked += 1;
    return route.continue();
  });
  await desktop.route('**/api/account/finishSignIn', (route) =>
    route.fulfill({ status: 409, json: { ok: false, error: expired } }),
  );
  await desktop.goto('/?browser');
  await says(desktop, '这个码过期了');
  expect(asked).toBe(2);
  await desktop.unroute('**/api/account/finishSignIn');
  await desktop.locator('#another-code').click();
  await desktop.locator('#code').waitFor();
  expect(asked).toBe(3);
});

it('without a network: said so, and it goes on when there is one', async () => {
  const [desktop, phone] = [await aDesktop(), await asDemoPerson(browser, '何志远')];
  const text = await codeTextOf(desktop);
  await desktop.route('**/api/**', (route) => route.abort());
  await says(desktop, '没有连上，连上后接着等。');
  await answer(phone, text, 'approve');
  await desktop.unroute('**/api/**');
  await says(desktop, '还差 16 位');
});

it('a page that nobody looks at does not ask', async () => {
  const desktop = await aDesktop();
  let asked = 0;
  desktop.on('request', (request) => (asked += Number(request.url().includes('finishSignIn'))));
  const look = (visibilityState: string) =>
    desktop.evaluate((state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    }, visibilityState);
  await desktop.waitForRequest('**/finishSignIn');
  await look('hidden');
  const before = asked;
  await desktop.waitForTimeout(3 * policy.signIn.pollSeconds * 1000);
  expect(asked).toBe(before);
  await look('visible');
  await desktop.waitForRequest('**/finishSignIn');
});

it('a phone’s own camera opens a browser that cannot say who one is: it says to use WeChat', async () => {
  const text = await codeTextOf(await aDesktop());
  const { page } = await aStranger(browser);
  await page.goto(`/?browser#/home/index?q=${encodeURIComponent(text)}`);
  await says(page, '请用微信打开');
  expect(await page.locator('#code').count()).toBe(0);
});

it('a link to the code, opened where somebody is signed in, asks them', async () => {
  const text = await codeTextOf(await aDesktop());
  const phone = await asDemoPerson(browser, '何志远');
  await phone.goto(text);
  await says(phone, '在这台电脑上登录？');
});

it('C7 a newcomer with a new WeChat account asks, and reads the answer', async () => {
  const page = await asDemoPerson(browser, '一位新来的人');
  await page.locator('#find-again').click();
  await page.locator('#name input').fill('何志远');
  await page.locator('#org input').fill('佛山');
  await page.getByText('佛山市委').first().click();
  await page.locator('#ask').click();
  await says(page, '找回原来的：等佛山市委答复');

  const administrator = await asDemoPerson(browser, '邓绮雯', DESKTOP);
  await administrator.goto('/#/org/todo');
  await administrator.locator('#bindings .row').last().click();
  await says(administrator, '青年发展部副部长');
  await administrator.locator('#refuse-binding').click();
  await administrator.locator('#send-refusal').click();
  await says(administrator, '写一句原因');
  await administrator.locator('#reason input').fill('请先到团委当面核对');
  await administrator.locator('#send-refusal').click();
  await says(administrator, '已经答复');

  await page.reload();
  await says(page, '请先到团委当面核对');
  await page.locator('#find-again').waitFor();
});
