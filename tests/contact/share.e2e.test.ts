import type { Browser, Page } from 'playwright-core';
import { asDemoPerson, codeTextOf, openBrowser, says } from '../support/browser';
import { standIn } from '../support/stand-in';
import { tamperedWith } from '../support/tampered';

jest.setTimeout(120_000);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

/** The link of the card of somebody of the demo, as it is copied. */
async function copiedLink(name: string): Promise<string> {
  const cadre = await asDemoPerson(browser, name);
  await cadre.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: standIn().url });
  await cadre.locator('#tab-me').click();
  await cadre.locator('#send-card').click();
  await says(cadre, '已复制，发到群里就好');
  const link = await cadre.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(await codeTextOf(cadre));
  expect(link).toMatch(/\/s\/C[\w-]{22}$/);
  return link;
}

const refuseCopying = (page: Page) =>
  page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('refused')) } });
  });

it('D2.2 a cadre copies the link, a youth opens it and accepts in one tap, the cadre has it until the youth leaves', async () => {
  const link = await copiedLink('骆嘉澍');
  const youth = await asDemoPerson(browser, '林晓彤');
  await youth.goto(link);
  await says(youth, '会看到你的姓名、年龄、领域和单位');
  await youth.locator('#confirm').click();
  await says(youth, '骆嘉澍可以联系你了');

  const cadre = await asDemoPerson(browser, '骆嘉澍');
  await cadre.locator('#tab-youths').click();
  const row = cadre.locator('.rows.by-ava .row', { hasText: '林晓彤' });
  await row.waitFor();

  await youth.reload();
  await says(youth, /秒后换新/);
  expect(await youth.locator('.sheet').count()).toBe(0);
  await youth.locator('.rows.by-ava .row', { hasText: '骆嘉澍' }).filter({ visible: true }).click();
  await youth.locator('#leave').click();
  await youth.locator('#leave-only').click();
  await youth.locator('.sheet').waitFor({ state: 'detached' });

  await cadre.reload();
  await cadre.locator('#tab-youths').click();
  await cadre.locator('.rows.by-ava .row').first().waitFor();
  expect(await row.count()).toBe(0);
});

it('a youth takes it back at once', async () => {
  const link = await copiedLink('骆嘉澍');
  const youth = await asDemoPerson(browser, '林晓彤');
  await youth.goto(link);
  await youth.locator('#confirm').click();
  await youth.locator('.sheet #undo').click();
  await says(youth, '已撤销');
  await youth.getByRole('button', { name: '好' }).click();
  await youth.locator('.sheet').waitFor({ state: 'detached' });
});

it('where copying is refused the link is there to be selected', async () => {
  const cadre = await asDemoPerson(browser, '麦浩铭');
  await refuseCopying(cadre);
  await cadre.locator('#tab-me').click();
  await cadre.locator('#send-card').click();
  await says(cadre, '没有复制成，请选中这个链接');
  await cadre.locator('.card-link').click();
  expect(await cadre.evaluate(() => window.getSelection()?.toString())).toBe(await codeTextOf(cadre));
});

it('a card that went too far is renewed: the old link opens nothing, the new one does', async () => {
  const cadre = await asDemoPerson(browser, '骆嘉澍');
  await cadre.locator('#tab-me').click();
  await cadre.locator('#send-card').waitFor();
  const old = await codeTextOf(cadre);
  await cadre.locator('#renew').click();
  await says(cadre, '旧的码、图片和发出去的链接马上不能再用');
  await cadre.locator('#renew-now').click();
  await cadre.locator(`#code:not([data-code="${old}"])`).waitFor();
  const text = await codeTextOf(cadre);

  const youth = await asDemoPerson(browser, '林晓彤');
  await youth.goto(old);
  await says(youth, '这张名片打不开了');
  await youth.goto(text);
  await says(youth, /让.*骆嘉澍联系我/);
});

it('D2.4 a channel is copied; where that is refused it is shown, and not said to be copied', async () => {
  const link = await copiedLink('何志远');
  const youth = await asDemoPerson(browser, '岑乐怡');
  await youth.goto(link);
  await youth.locator('#confirm').click();
  await says(youth, '何志远可以联系你了');
  await youth.goto('/#/contact/holder');
  const wechat = youth.getByRole('button', { name: '微信' }).filter({ visible: true });
  await youth.context().grantPermissions(['clipboard-write'], { origin: standIn().url });
  await wechat.click();
  await says(youth, /^已复制微信：hezhiyuan_foshan/);
  await refuseCopying(youth);
  await wechat.click();
  await says(youth, /^微信：hezhiyuan_foshan/);
  await youth.locator('#leave').click();
  await youth.locator('#leave-only').click();
  await youth.locator('.sheet').waitFor({ state: 'detached' });
});

it('D9.1 a newcomer opens the link: the notice, the registration, and then the same card', async () => {
  const link = await copiedLink('麦浩铭');
  const page = await asDemoPerson(browser, '一位新来的人');
  await page.goto(link);
  await says(page, '开始之前，先说清楚');
  await says(page, /登记之后，接着看刚才的名片/);
  await page.locator('#agree').click();
  await page.locator('#name input').fill('新来的');
  await page.locator('#born-year').selectOption('2004');
  await page.locator('#born-month').selectOption('06');
  await page.getByRole('radio', { name: '新媒体' }).click();
  await page.locator('#register').click();
  await says(page, /让.*麦浩铭联系我/);
  await page.locator('#confirm').click();
  await says(page, '麦浩铭可以联系你了');
  await page.locator('.sheet #undo').click();
  await says(page, '已撤销');
});

it.each([
  ['D1.3 a cadre who is no youth', '梁倩文', '这张名片是给青年的'],
  ['C5 the cadre', '骆嘉澍', '这是你自己的名片'],
  ['D2.2 a youth whom three hold', '郑可欣', '你的位置满了'],
  ['D9.3 a minor without the approval', '李思颖', '还要管理员同意'],
])('%s opens the link: told why, and then home', async (_who, name, sentence) => {
  const link = await copiedLink('骆嘉澍');
  const page = await asDemoPerson(browser, name);
  await page.goto(link);
  await says(page, sentence);
  expect(await page.locator('.sheet').innerText()).not.toContain('扫');
  await page.getByText('知道了').click();
  await page.locator('.sheet').waitFor({ state: 'detached' });
  await page.locator('#tab-me').waitFor();
});

it('a link that is broken off, and one whose code is no more', async () => {
  const link = await copiedLink('骆嘉澍');
  const page = await asDemoPerson(browser, '岑乐怡');
  await page.goto(link.slice(0, -3));
  await says(page, '这不是我们的名片');
  await page.goto('about:blank');
  await page.goto(tamperedWith(link));
  await says(page, '这张名片打不开了');
});
