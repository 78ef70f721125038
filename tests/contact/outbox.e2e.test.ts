import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openDatabase, type Database } from '../../cloudfunctions/api/kernel/db';
import { recount } from '../../local/recount';
import { asDemoPerson, codeTextOf, openBrowser, says } from '../support/browser';
import { standIn } from '../support/stand-in';

jest.setTimeout(120_000);

const begun = new Date();

let browser: Browser;
let db: Database;
beforeAll(async () => {
  browser = await openBrowser();
  db = openDatabase(standIn().ownerUrl);
});
afterAll(async () => {
  await browser.close();
  // The demo's people are as the next test expects them.
  await db.kysely
    .updateTable('contact')
    .set({ ended_at: new Date(), ended_by: 'undone' })
    .where('started_at', '>', begun)
    .where('ended_at', 'is', null)
    .execute();
  await db.end();
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

/**
 * The text of a live code of somebody of the demo, and their phone put away. A step is good for one scan by one cadre,
 * so that each test that sends has a pair of people of its own.
 */
async function codeOf(name: string): Promise<string> {
  const youth = await asDemoPerson(browser, name);
  await says(youth, /秒后换新/);
  const text = await codeTextOf(youth);
  await youth.context().close();
  return text;
}

/** Home of a cadre who has had the scan page open once. */
async function aCadre(name: string): Promise<Page> {
  const cadre = await asDemoPerson(browser, name);
  await cadre.locator('#scan').click();
  await cadre.getByTestId('scan-text').waitFor();
  await cadre.goBack();
  await says(cadre, /还差|已经联系上/);
  return cadre;
}

async function scanAndKeep(cadre: Page, text: string): Promise<void> {
  await cadre.locator('#scan').filter({ visible: true }).click();
  await cadre.getByTestId('scan-text').locator('input').fill(text);
  await cadre.locator('#take-text').click();
  await says(cadre, '没有连上');
  await cadre.locator('#keep').click();
  await says(cadre, '记在手机里了');
  await cadre.getByRole('button', { name: '先到这里' }).filter({ visible: true }).click();
}

const noApi = (context: BrowserContext) => context.route('**/api/**', (route) => route.abort());

/** Live contacts between two people of the demo. */
async function contactsOf(cadre: string, youth: string): Promise<number> {
  const { length } = await db.kysely
    .selectFrom('contact as c')
    .innerJoin('person as k', 'k.id', 'c.cadre_id')
    .innerJoin('person as y', 'y.id', 'c.youth_id')
    .select('c.id')
    .where('k.name', '=', cadre)
    .where('y.name', '=', youth)
    .where('c.ended_at', 'is', null)
    .execute();
  return length;
}

const idOf = async (name: string): Promise<string> =>
  (await db.kysely.selectFrom('person').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;

const rowOf = (page: Page, title: string) => page.locator('.row').filter({ hasText: title, visible: true }).first();

it('D8.1 two scans without a network wait in their order; the first is refused, the second counts once', async () => {
  const full = await codeOf('郑可欣');
  const grown = await codeOf('邝国栋');
  const cadre = await aCadre('骆嘉澍');
  const before = await cadre.locator('.ring').first().innerText();
  await cadre.context().setOffline(true);
  await scanAndKeep(cadre, full);
  await scanAndKeep(cadre, grown);
  await says(cadre, '没有网络，2 笔等着送出');
  expect(await cadre.getByText('待同步').count()).toBe(2);
  expect(await cadre.locator('.ring').first().innerText()).toBe(before);
  expect(await contactsOf('骆嘉澍', '邝国栋')).toBe(0);

  await cadre.context().setOffline(false);
  await rowOf(cadre, '邝国栋').getByText('已同步').waitFor();
  const refused = cadre.locator('.row').filter({ hasText: '没有成功' });
  expect(await refused.innerText()).toContain('这位青年暂时加不了');
  expect(await contactsOf('骆嘉澍', '邝国栋')).toBe(1);
  expect(await contactsOf('骆嘉澍', '郑可欣')).toBe(0);
  const kept = await cadre.evaluate(() => JSON.stringify(window.sessionStorage));
  expect(kept).not.toContain(full);
  expect(kept).not.toContain(grown);

  await refused.click();
  await says(cadre, /最多 3 名/);
  await cadre.locator('#drop').click();
  await refused.waitFor({ state: 'detached' });
  expect((await recount(db)).differences).toEqual([]);
});

it('C4 the answer is lost on its way: said so, sent again by itself, one contact', async () => {
  const text = await codeOf('林晓彤');
  const cadre = await aCadre('骆嘉澍');
  const context = cadre.context();
  await context.route('**/api/contact/register', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await cadre.locator('#scan').filter({ visible: true }).click();
  await cadre.getByTestId('scan-text').locator('input').fill(text);
  await cadre.locator('#take-text').click();
  await cadre.locator('#confirm').dblclick();
  await says(cadre, '刚才可能已经送到');
  expect(await cadre.locator('#undo').count()).toBe(0);
  expect(await contactsOf('骆嘉澍', '林晓彤')).toBe(1);
  await context.unroute('**/api/contact/register');
  await says(cadre, '已联系林晓彤');
  expect(await contactsOf('骆嘉澍', '林晓彤')).toBe(1);
  await cadre.locator('#undo').click();
  await says(cadre, '已撤销');
});

it('undone before it was sent, it never is', async () => {
  const text = await codeOf('岑乐怡');
  const cadre = await aCadre('骆嘉澍');
  await cadre.context().setOffline(true);
  await cadre.locator('#scan').filter({ visible: true }).click();
  await cadre.getByTestId('scan-text').locator('input').fill(text);
  await cadre.locator('#take-text').click();
  await cadre.locator('#keep').click();
  await says(cadre, '连上后会自动送出，送到才算数。');
  await cadre.locator('#undo').click();
  await says(cadre, '没有送出，哪里也不计入。');
  await cadre.getByRole('button', { name: '先到这里' }).filter({ visible: true }).click();
  await cadre.context().setOffline(false);
  await cadre.getByText('没有网络').waitFor({ state: 'detached' });
  expect(await cadre.getByText('待同步').count()).toBe(0);
  expect(await contactsOf('骆嘉澍', '岑乐怡')).toBe(0);
});

it('the page dies with a scan unsent: opened again without the service it shows it, and sends it when it can', async () => {
  const text = await codeOf('岑乐怡');
  const cadre = await aCadre('骆嘉澍');
  await noApi(cadre.context());
  await scanAndKeep(cadre, text);
  await cadre.goto('/');
  await cadre.reload();
  await says(cadre, '1 笔等着送出');
  await says(cadre, '现在也可以先扫');
  await cadre.context().unroute('**/api/**');
  await cadre.getByRole('button', { name: '再试一次' }).click();
  await rowOf(cadre, '岑乐怡').getByText('已同步').waitFor();
  expect(await contactsOf('骆嘉澍', '岑乐怡')).toBe(1);
});

it('D1.1 never under another person: it waits until the one who made it is back', async () => {
  const text = await codeOf('林晓彤');
  const first = await aCadre('麦浩铭');
  const context = first.context();
  await noApi(context);
  await scanAndKeep(first, text);

  const second = await context.newPage();
  await second.goto('/local/');
  await second.getByRole('button', { name: '骆嘉澍' }).click();
  await context.unroute('**/api/**');
  await second.goto('/');
  await says(second, /还差|已经联系上/);
  await first.locator('#tab-me').click();
  await says(first, '骆嘉澍');
  await first.locator('#tab-today').click();
  await says(first, /还差|已经联系上/);
  expect(await first.getByText('待同步').count()).toBe(0);
  expect([await contactsOf('骆嘉澍', '林晓彤'), await contactsOf('麦浩铭', '林晓彤')]).toEqual([0, 0]);

  await second.goto('/local/');
  await second.getByRole('button', { name: '麦浩铭' }).click();
  await first.goto('/');
  await first.reload();
  await rowOf(first, '林晓彤').getByText('已同步').waitFor();
  expect([await contactsOf('骆嘉澍', '林晓彤'), await contactsOf('麦浩铭', '林晓彤')]).toEqual([0, 1]);
});

it('D1.1 somebody else signs in beside it: nothing that was loaded for the first is shown to them', async () => {
  const first = await asDemoPerson(browser, '麦浩铭');
  await first.locator('#tab-youths').click();
  const youths = first.locator('.rows.by-ava .row').filter({ visible: true });
  await youths.first().waitFor();
  const ofFirst = await youths.allInnerTexts();
  await first.locator('#tab-me').click();
  await first.locator('#code').waitFor();
  const cardOfFirst = await codeTextOf(first);

  const second = await first.context().newPage();
  await second.goto('/local/');
  await second.getByRole('button', { name: '骆嘉澍' }).click();
  await says(second, /还差|已经联系上/);
  await says(first, '骆嘉澍');
  await first.locator('#code').waitFor();
  expect(await codeTextOf(first)).not.toBe(cardOfFirst);
  await first.locator('#tab-youths').click();
  await youths.first().waitFor();
  const ofSecond = await youths.allInnerTexts();
  expect(ofSecond.filter((row) => ofFirst.includes(row))).toEqual([]);
});

it('a session that was ended elsewhere: said so, with how much is unsent', async () => {
  const text = await codeOf('邝国栋');
  const cadre = await aCadre('麦浩铭');
  await cadre.context().route('**/api/contact/**', (route) => route.abort());
  await scanAndKeep(cadre, text);
  const { origin } = new URL(standIn().url);
  await cadre.context().request.post('/api/org/signOut', { data: {}, headers: { origin } });
  await cadre.locator('#tab-me').click();
  await says(cadre, '用微信扫码登录');
  await says(cadre, '还有 1 笔没有送出，重新登录后自动送出。');
});

it('a sheet that is pushed away while it is under way: the no that comes later is told at home', async () => {
  const text = await codeOf('邝国栋');
  const cadre = await aCadre('麦浩铭');
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await cadre.context().route('**/api/contact/register', async (route) => {
    await held;
    await route.continue();
  });
  await cadre.locator('#scan').filter({ visible: true }).click();
  await cadre.getByTestId('scan-text').locator('input').fill(text);
  await cadre.locator('#take-text').click();
  await cadre.locator('#confirm').click();
  await cadre.keyboard.press('Escape');
  await cadre.locator('.sheet').waitFor({ state: 'detached' });
  await cadre.goBack();
  const pair = { youth_id: await idOf('邝国栋'), cadre_id: await idOf('麦浩铭') };
  await db.kysely
    .insertInto('block')
    .values({ ...pair, created_at: new Date() })
    .execute();
  letGo();
  await cadre.locator('.row', { hasText: '没有成功' }).waitFor();
  await db.kysely.deleteFrom('block').where('youth_id', '=', pair.youth_id).execute();
  expect(await contactsOf('麦浩铭', '邝国栋')).toBe(0);
});

it('a scan page that was opened by its own address knows who scans', async () => {
  const text = await codeOf('岑乐怡');
  const home = await asDemoPerson(browser, '麦浩铭');
  const page = await home.context().newPage();
  await page.goto('/#/scan/index');
  await says(page, '相机没有打开。');
  await page.getByTestId('scan-text').locator('input').fill(text);
  await page.locator('#take-text').click();
  await page.locator('#confirm').click();
  await says(page, '已联系岑乐怡');
});

it('signing out with something unsent asks first; thrown away, it is never sent', async () => {
  const text = await codeOf('邝国栋');
  const cadre = await aCadre('麦浩铭');
  await cadre.context().route('**/api/contact/**', (route) => route.abort());
  await scanAndKeep(cadre, text);
  await cadre.locator('#tab-me').click();
  await cadre.locator('#sign-out').click();
  await says(cadre, '还有 1 笔没有送出');
  await cadre.getByRole('button', { name: '先不退出' }).click();
  await cadre.locator('#tab-today').click();
  await says(cadre, '待同步');
  await cadre.locator('#tab-me').click();
  await cadre.locator('#sign-out').click();
  await cadre.locator('#sign-out-anyway').click();
  await says(cadre, '已退出');
  expect(await cadre.evaluate(() => Object.keys(window.sessionStorage))).not.toContainEqual(
    expect.stringMatching(/^outbox/),
  );
  expect(await contactsOf('麦浩铭', '邝国栋')).toBe(0);
});
