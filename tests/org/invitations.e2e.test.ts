import type { Browser, Page } from 'playwright-core';
import { asDemoPerson, DESKTOP, openBrowser, PHONE, says } from '../support/browser';

jest.setTimeout(120_000);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

/** An administrator on a desktop writes an invitation; its link, as the code says it. */
async function invited(admin: Page, name: string): Promise<string> {
  await admin.locator('#appoint').filter({ visible: true }).click();
  await admin.locator('#invite').click();
  await says(admin, '还差姓名');
  await admin.locator('#name input').fill(name);
  await admin.locator('#title input').fill('组织部干事');
  await admin.getByRole('radio', { name: '专职' }).click();
  await admin.locator('#invite').click();
  await admin.locator('#invited').waitFor();
  const link = (await admin.locator('#code').getAttribute('data-code')) ?? '';
  await admin.locator('#invited').click();
  return link;
}

it('D1.1, D9.1 an administrator appoints on the desktop, a newcomer claims on the phone, and is a cadre', async () => {
  const admin = await asDemoPerson(browser, '邓绮雯', DESKTOP);
  const link = await invited(admin, '潘立言');
  const phone = await asDemoPerson(browser, '一位新来的人', PHONE);
  await phone.goto(link);
  await says(phone, '潘立言，这是你吗');
  for (const told of ['共青团佛山市委员会', '组织部干事', '专职，不在编', '邓绮雯']) await says(phone, told);
  await phone.locator('#claim').click();
  await says(phone, '还差 100 位');
  await phone.reload();
  await says(phone, '还差 100 位');

  await admin.goto('/');
  await admin
    .getByRole('link', { name: /潘立言/ })
    .filter({ visible: true })
    .first()
    .click();
  await says(admin, '设为管理员');
  await admin.locator('#end-post').click();
  await admin.locator('#settle').click();
  await admin.locator('#end-post').waitFor({ state: 'detached' });
  await phone.goto('/');
  await says(phone, '开始之前，先说清楚');

  const other = await asDemoPerson(browser, '林晓彤', PHONE);
  await other.goto(link);
  await says(other, '这份邀请用过了');
  await other.getByRole('button', { name: '回首页' }).click();
  await other.getByText(/秒后换新/).waitFor();
});

it('D1.1 who has no invitation asks, an administrator confirms, and the answer stands at home', async () => {
  const asker = await asDemoPerson(browser, '一位新来的人', PHONE);
  await asker.locator('#apply').click();
  await asker.locator('#find-org input').fill('shishan');
  await asker
    .getByRole('button', { name: /狮山镇团委/ })
    .first()
    .click();
  await asker.locator('#name input').fill('麦小铭');
  await asker.locator('#title input').fill('委员');
  await asker.getByRole('radio', { name: '兼职' }).click();
  await asker.locator('#send-application').click();
  await says(asker, '申请送到了');

  const admin = await asDemoPerson(browser, '邓绮雯', PHONE);
  await admin.locator('#tab-me').click();
  await admin.getByText('要办的事').filter({ visible: true }).click();
  await admin.getByText('麦小铭').filter({ visible: true }).click();
  await admin.locator('#approve').click();
  await admin.locator('[id^="application-"]').waitFor({ state: 'detached' });

  await asker.goto('/');
  await says(asker, '还差 10 位');
});

it('D1.2 / goes to the search, which finds by pinyin and goes there', async () => {
  const admin = await asDemoPerson(browser, '邓绮雯', DESKTOP);
  await admin.getByText('南海区团委').filter({ visible: true }).first().waitFor();
  await admin.keyboard.press('/');
  await admin.keyboard.type('sszt');
  await admin.locator('[id^=found-]').filter({ visible: true }).first().click();
  await admin
    .getByRole('heading', { name: /狮山镇/ })
    .filter({ visible: true })
    .first()
    .waitFor();
});
