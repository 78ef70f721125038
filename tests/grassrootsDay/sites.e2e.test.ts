import type { Browser, Locator, Page } from 'playwright-core';
import { asDemoPerson, codeTextOf, DESKTOP, openBrowser, says } from '../support/browser';
import { focusOn, tabTo } from '../support/keyboard';
import { saysToBeAt } from '../support/siteOf';
import { standIn } from '../support/stand-in';

jest.setTimeout(120_000);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

const top = (page: Page, selector: string) => page.locator(selector).filter({ visible: true }).first();

/** An administrator registers a site on the desktop, and is on its page then. */
async function registers(admin: Page, name: string): Promise<string> {
  await top(admin, '#sites').click();
  await top(admin, '#new-site').click();
  await admin.locator('#save-site').click();
  await says(admin, '还差类别');
  await admin.getByRole('radio', { name: '社会组织' }).filter({ visible: true }).click();
  await admin.locator('#name input').fill(name);
  await admin.locator('#address input').fill('禅城区祖庙路 8 号');
  await admin.locator('#position input').fill('113.10702,23.02861');
  await admin.locator('#save-site').click();
  await says(admin, '纬度在前，经度在后');
  await admin.locator('#position input').fill('23.02861,113.10702');
  await admin.locator('#save-site').click();
  await says(admin, '还没有现场联系人，没有人出示现场码');
  return new URL(admin.url().replace('#/', '')).searchParams.get('siteId') ?? '';
}

/** The link by which somebody becomes its contact. */
async function invitesContact(admin: Page, name: string): Promise<string> {
  await top(admin, '#contact').click();
  await admin.locator('#invite-contact').click();
  await says(admin, '还差姓名');
  await admin.locator('#contact-name input').fill(name);
  await admin.locator('#invite-contact').click();
  await admin.locator('#invited').waitFor();
  const link = await codeTextOf(admin);
  await admin.locator('#invited').click();
  await says(admin, new RegExp(`邀请了${name}`));
  return link;
}

/** Somebody new claims it, and is at home. */
async function claims(link: string, site: string): Promise<Page> {
  const contact = await asDemoPerson(browser, '一位新来的人');
  await contact.goto(link);
  await says(contact, '你就是这个地点的现场联系人');
  await says(contact, site);
  await contact.locator('#claim').click();
  await says(contact, `现场码 · ${site}`);
  return contact;
}

/** To the end of a list, as far as it takes to come to a row of it. */
async function goesThrough(page: Page, row: Locator): Promise<void> {
  await top(page, '#waiting-days').waitFor();
  const more = page.getByRole('button', { name: '再看一些' }).filter({ visible: true });
  while ((await row.count()) === 0 && (await more.count()) > 0) await more.click();
}

async function settles(admin: Page, siteId: string, done: string): Promise<void> {
  await admin.goto(`/#/site/one?siteId=${siteId}`);
  await top(admin, '#close-site').click();
  await admin.locator('#settle-site').click();
  await says(admin, done);
}

it('D4.1 D4.2 a site: registered, its contact invited and come, the code held out, a day confirmed, the printed code, closed', async () => {
  const site = '听雨青年议事厅';
  const admin = await asDemoPerson(browser, '邓绮雯', DESKTOP);
  const siteId = await registers(admin, site);
  const contact = await claims(await invitesContact(admin, '区静宜'), site);

  await top(contact, '[id^="own-site-"]').click();
  await says(contact, /\d+ 秒后换新，断网也能用/);
  expect(await codeTextOf(contact)).toMatch(/\/s\/S[\w-]{22}\.\d+\.\d{8}$/);
  await says(contact, '还没有。有人扫了码，马上就在这里。');
  await saysToBeAt(siteId, 'mai-haoming');
  await says(contact, '1 位待你确认');
  await contact.getByRole('button', { name: '确认来过：麦浩铭' }).click();
  await says(contact, '今天来过 1 位');
  await contact.getByText('1 位待你确认').waitFor({ state: 'detached' });

  await admin.reload();
  await says(admin, /区静宜，.*起/);
  await top(admin, '#poster').click();
  await says(admin, '联系人或管理员确认后算数');
  const standing = await codeTextOf(admin);
  expect(standing).toMatch(/\/s\/S[\w-]{22}$/);
  await admin.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await admin.locator('#take-poster').click();
  await admin.locator('body[data-printed]').waitFor();
  await admin.emulateMedia({ media: 'print' });
  expect(await admin.locator('#take-poster').isVisible()).toBe(false);
  expect(await admin.locator('.poster').isVisible()).toBe(true);
  await admin.emulateMedia({ media: 'screen' });
  await admin.locator('#renew-site-code').click();
  await says(admin, '换完要重新印一张贴上');
  await admin.locator('#renew-site-code-now').click();
  await admin.locator(`#code:not([data-code="${standing}"])`).waitFor();

  await settles(admin, siteId, '停用了');
  await contact.reload();
  await says(contact, '这个地点停用了');
  await admin.goto('/');
  await top(admin, '#sites').click();
  await top(admin, '#open-closed').click();
  await says(admin, site);
});

it('D8.2 an administrator answers days that wait: several chosen, one refused with a reason', async () => {
  const site = '听雪青年书房';
  const admin = await asDemoPerson(browser, '邓绮雯', DESKTOP);
  const siteId = await registers(admin, site);
  await saysToBeAt(siteId, 'mai-haoming');
  await admin.goto('/#/org/todo');
  await says(admin, '到基层的日子，等确认');
  await top(admin, '#all-waiting-days').click();
  const row = admin.getByRole('checkbox', { name: new RegExp(`麦浩铭.*${site}`) }).filter({ visible: true });
  await goesThrough(admin, row);
  await row.click();
  await says(admin, '选了 1 天');
  await top(admin, '#refuse-days').click();
  await admin.locator('#send-refusal').click();
  await says(admin, '写一句原因');
  await admin.locator('#reason input').fill('那天书房没有开门');
  await admin.locator('#send-refusal').click();
  await row.waitFor({ state: 'detached' });
  await settles(admin, siteId, '停用了');
});

it('D4.1 whoever only looks after a site may become a youth too', async () => {
  const site = '听松青年之家';
  const admin = await asDemoPerson(browser, '邓绮雯', DESKTOP);
  const siteId = await registers(admin, site);
  const contact = await claims(await invitesContact(admin, '区静仪'), site);
  await contact.locator('#become-youth').click();
  await says(contact, '开始之前，先说清楚');
  await contact.locator('#not-now').click();
  await says(contact, `现场码 · ${site}`);
  await contact.locator('#tab-me').click();
  await says(contact, `现场码 · ${site}`);
  await says(contact, '退出登录');

  await admin.reload();
  await top(admin, '#contact').click();
  await admin.locator('#end-contact').click();
  await says(admin, '还没有，请一位在现场的人');
  await contact.goto('/');
  await says(contact, '开始之前，先说清楚');
  await settles(admin, siteId, '停用了');
});

it('sites by keyboard: / goes to the search, Tab to the row, Enter opens it', async () => {
  const site = '听竹青年站';
  const admin = await asDemoPerson(browser, '邓绮雯', DESKTOP);
  const siteId = await registers(admin, site);
  await admin.goto('/');
  await top(admin, '#sites').click();
  await admin.locator(`#site-${siteId}`).waitFor();
  await admin.keyboard.press('/');
  await focusOn(admin, '#search-sites input');
  await admin.keyboard.insertText('听竹');
  await admin.locator('.site-row').nth(1).waitFor({ state: 'detached' });
  await tabTo(admin, `#site-${siteId}`);
  await admin.keyboard.press('Enter');
  await says(admin, '还没有现场联系人，没有人出示现场码');
  await settles(admin, siteId, '停用了');
});

it('D9.1 no map of another host is asked for', async () => {
  const admin = await asDemoPerson(browser, '邓绮雯', DESKTOP);
  const hosts = new Set<string>();
  admin.on('request', (request) => hosts.add(new URL(request.url()).host));
  await top(admin, '#sites').click();
  await top(admin, '#new-site').click();
  await admin.locator('#position input').fill('23.02861,113.10702');
  hosts.delete('');
  expect([...hosts]).toEqual([new URL(standIn().url).host]);
});
