import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { asDemoPerson, aStranger, codeTextOf, DESKTOP, openBrowser, PHONE } from './support/browser';

/** Pictures of every component, screen and state, light and dark, into an ignored folder. Nothing is asserted: they are there to be looked at. */
const FOLDER = path.join(process.cwd(), '.gallery');

jest.setTimeout(300_000);

let browser: Browser;
beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

/** `whole` takes the page to its end; otherwise what one sees without scrolling. */
async function shoot(page: Page, name: string, { whole = false } = {}): Promise<void> {
  await page.waitForTimeout(600);
  const size = page.viewportSize();
  if (whole && size) {
    const height = await page.evaluate(() =>
      Math.max(...[...document.querySelectorAll('.page')].map((one) => one.scrollHeight)),
    );
    await page.setViewportSize({ width: size.width, height: Math.max(size.height, height + 60) });
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const file = colorScheme === 'light' ? name : `${name}-dark`;
    await page.screenshot({ path: path.join(FOLDER, `${file}.png`) });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (whole && size) await page.setViewportSize(size);
}

async function scanText(page: Page, text: string): Promise<void> {
  await page.locator('#scan').click();
  await page.getByTestId('scan-text').locator('input').fill(text);
  await page.locator('#take-text').click();
}

async function codeOf(name: string): Promise<string> {
  const youth = await asDemoPerson(browser, name);
  await youth.getByText(/秒后换新/).waitFor();
  return codeTextOf(youth);
}

it.each([
  ['00-components', PHONE],
  ['00-components-desktop', DESKTOP],
])('%s', async (picture, viewport) => {
  const { page } = await aStranger(browser, viewport);
  await page.goto('/?browser#/gallery/index');
  await page.locator('.gallery').waitFor();
  await shoot(page, picture, { whole: true });
});

it('the chooser', async () => {
  const phone = await aStranger(browser);
  await phone.page.goto('/');
  await shoot(phone.page, '13b-chooser-phone', { whole: true });
  const desktop = await aStranger(browser, DESKTOP);
  await desktop.page.goto('/');
  await shoot(desktop.page, '13b-chooser-desktop');
  await phone.page.goto('/?browser');
  await shoot(phone.page, '13c-open-in-wechat');
});

it('a newcomer', async () => {
  const page = await asDemoPerson(browser, '一位新来的人');
  await page.getByText('开始之前，先说清楚').waitFor();
  await shoot(page, '13-notice');
  await page.getByText(/完整告知/).click();
  await shoot(page, '13a-notice-whole', { whole: true });
  await page.goBack();
  await page.getByText('先不用').filter({ visible: true }).click();
  await shoot(page, '13d-not-now');
  await page.goto('/');
  await page.locator('#agree').click();
  await shoot(page, '13e-register');
});

it('a cadre', async () => {
  const page = await asDemoPerson(browser, '何志远');
  await page.getByText('还差 16 位').waitFor();
  await shoot(page, '01-home');
  await page.locator('#scan').click();
  await shoot(page, '02-reader');
  await page.goto('/');
  await page.locator('#tab-youths').click();
  await shoot(page, '03-youths');
  await page.locator('.rows.by-ava .row').first().click();
  await shoot(page, '03a-youth');
  await page.goto('/?tab=youths');
  await page.locator('#tab-youths').click();
  await page.locator('#search input').fill('李思莹');
  await shoot(page, '12-no-match');
  await page.locator('#tab-me').click();
  await shoot(page, '04-me-cadre', { whole: true });
  await page.setViewportSize({ width: 320, height: 568 });
  await page.locator('#tab-today').click();
  await shoot(page, '01-home-320');
});

it('a scan', async () => {
  const text = await codeOf('林晓彤');
  const page = await asDemoPerson(browser, '何志远');
  await scanText(page, text);
  await page.locator('#confirm').waitFor();
  await shoot(page, '02-scan-sheet');
  await page.locator('#confirm').click();
  await page.getByText('已联系林晓彤').waitFor();
  await shoot(page, '02b-scan-done');
  await page.locator('.sheet #undo').click();
  await shoot(page, '02c-undone');
});

it.each([
  ['郑可欣', '12-full'],
  ['李思颖', '12-minor'],
  ['邝国栋', '12-over-age'],
])('a scan of %s', async (name, picture) => {
  const text = await codeOf(name);
  const page = await asDemoPerson(browser, '何志远');
  await scanText(page, text);
  await page.locator('.sheet').waitFor();
  await shoot(page, picture);
});

it('a foreign code, no network, a fault', async () => {
  const page = await asDemoPerson(browser, '何志远');
  await scanText(page, 'https://example.com/hello');
  await shoot(page, '12-foreign');
  await page.route('**/api/contact/list', (route) => route.abort());
  await page.goto('/');
  await page.locator('#tab-youths').click();
  await page.waitForTimeout(2500);
  await shoot(page, '12-failed');
  await page.unrouteAll();
  await page.route('**/api/contact/list', (route) => setTimeout(() => void route.abort(), 20_000));
  await page.goto('/');
  await page.locator('#tab-youths').click();
  await shoot(page, '12-loading');
});

it('a youth', async () => {
  const page = await asDemoPerson(browser, '林晓彤');
  await page.getByText(/秒后换新/).waitFor();
  await shoot(page, '05-youth-home', { whole: true });
  await page.locator('#tab-holders').click();
  await shoot(page, '05a-holders');
  await page.locator('.rows.by-ava .row').filter({ visible: true }).first().click();
  await shoot(page, '06-record', { whole: true });
  await page.getByRole('button', { name: '离开' }).filter({ visible: true }).first().click();
  await shoot(page, '06a-leave');
  await page.goto('/');
  await page.locator('#tab-me').click();
  await shoot(page, '05b-me-youth');
});

it('a youth nobody holds, and one whom a cadre has just added', async () => {
  const youth = await asDemoPerson(browser, '岑乐怡');
  await youth.getByText(/秒后换新/).waitFor();
  await youth.locator('#tab-holders').click();
  await shoot(youth, '12-nobody-holds');
  await youth.locator('#tab-code').click();
  const cadre = await asDemoPerson(browser, '何志远');
  await scanText(cadre, await codeTextOf(youth));
  await cadre.locator('#confirm').click();
  await youth.getByText('何志远刚添加了你').waitFor();
  await shoot(youth, '05c-just-added');
  await youth.locator('#undo').click();
});

it('a youth and a card, and who can be reached', async () => {
  const cadre = await asDemoPerson(browser, '何志远');
  await cadre.locator('#tab-me').click();
  const card = await codeTextOf(cadre);
  const youth = await asDemoPerson(browser, '岑乐怡');
  await scanText(youth, card);
  await youth.locator('#confirm').waitFor();
  await shoot(youth, '02d-card-sheet');
  await youth.locator('#confirm').click();
  await youth.getByText('何志远可以联系你了').waitFor();
  await shoot(youth, '02e-card-done');
  await youth.goto('/');
  await youth.locator('#tab-holders').click();
  await youth.locator('.rows.by-ava .row').filter({ visible: true }).first().click();
  await shoot(youth, '06b-record-channels', { whole: true });
  await youth.locator('#leave').click();
  await youth.locator('#leave-only').click();
  await youth.goto('/?tab=me');
  await youth.locator('#tab-me').click();
  await youth.getByText('退出登录').click();
  await shoot(youth, '13f-signed-out');
});

it('an administrator', async () => {
  const phone = await asDemoPerson(browser, '邓绮雯');
  await phone.getByText('南海区团委').first().waitFor();
  await shoot(phone, '14-organisation-phone', { whole: true });
  const desktop = await asDemoPerson(browser, '邓绮雯', DESKTOP);
  await desktop.getByText('南海区团委').first().waitFor();
  await shoot(desktop, '14-organisation');
});

it('channels', async () => {
  const page = await asDemoPerson(browser, '何志远');
  await page.locator('#tab-me').click();
  await page.getByText('公开的联系方式').first().click();
  await shoot(page, '04b-channels', { whole: true });
});
