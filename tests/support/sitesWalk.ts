import type { Page } from 'playwright-core';
import { codeTextOf, DESKTOP, PHONE, says } from './browser';
import type { Walk } from './screens';
import { saysToBeAt } from './siteOf';

const top = (page: Page, selector: string) => page.locator(selector).filter({ visible: true }).first();

const name = '观澜青少年服务台';

/** The form of a new site: empty, filled in, sent. The site that it makes. */
async function register(admin: Page, see: (picture: string) => Promise<void>): Promise<string> {
  await top(admin, '#new-site').click();
  await admin.locator('#save-site').click();
  await says(admin, '还差类别');
  await see('19-site-missing');
  await admin.getByRole('radio', { name: '青少年综合服务平台' }).filter({ visible: true }).click();
  await admin.locator('#name input').fill(name);
  await admin.locator('#address input').fill('南海区罗村街道朝阳路 2 号');
  await admin.locator('#position input').fill('113.10702,23.02861');
  await admin.locator('#save-site').click();
  await says(admin, '纬度在前');
  await see('19-site-place');
  await admin.locator('#position input').fill('23.02861,113.10702');
  await admin.locator('#save-site').click();
  await says(admin, '还没有现场联系人，没有人出示现场码');
  return new URL(admin.url().replace('#/', '')).searchParams.get('siteId') ?? '';
}

/** D4.1, D4.2 A site, its administrators, and the phone on its table. */
export const sites: Walk = async (people, see) => {
  const phone = await people.as('邓绮雯');
  await top(phone, '#sites').click();
  await top(phone, '#new-site').waitFor();
  await see(phone, '19-sites-phone');
  const siteId = await register(phone, (picture) => see(phone, picture, { whole: true }));
  await see(phone, '19-site-new', { whole: true });
  await top(phone, '#contact').click();
  await phone.locator('#invite-contact').click();
  await says(phone, '还差姓名');
  await see(phone, '19-contact');
  await phone.locator('#contact-name input').fill('区静怡');
  await phone.locator('#invite-contact').click();
  await phone.locator('#invited').waitFor();
  await see(phone, '19-contact-invited');
  const link = await codeTextOf(phone);
  await phone.locator('#invited').click();

  const contact = await people.stranger();
  await contact.goto('/');
  await contact.getByRole('button', { name: '一位新来的人' }).click();
  await says(contact, '开始之前，先说清楚');
  await contact.goto(link);
  await contact.locator('#claim').waitFor();
  await see(contact, '19-claim', { whole: true });
  await contact.locator('#claim').click();
  await says(contact, `现场码 · ${name}`);
  await see(contact, '09-site-home');
  await top(contact, '[id^="own-site-"]').click();
  await says(contact, '还没有。有人扫了码，马上就在这里。');
  await see(contact, '09-site-code-nobody');
  await saysToBeAt(siteId, 'mai-haoming');
  await saysToBeAt(siteId, 'liang-qianwen');
  await says(contact, '2 位待你确认');
  await see(contact, '09-site-code', { whole: true });
  await contact.setViewportSize({ width: 320, height: 568 });
  await see(contact, '09-site-code-320', { whole: true });
  await contact.setViewportSize(PHONE);
  await contact.getByRole('button', { name: '确认来过：麦浩铭' }).click();
  await says(contact, '1 位待你确认');
  await contact.getByRole('button', { name: '不是：梁倩文' }).click();
  await contact.locator('#send-refusal').click();
  await says(contact, '写一句原因');
  await see(contact, '09-site-refuse');
  await contact.keyboard.press('Escape');

  for (const [viewport, size] of [
    [PHONE, '-phone'],
    [DESKTOP, ''],
  ] as const) {
    const admin = await people.as('邓绮雯', viewport);
    await admin.goto('/#/org/todo');
    await says(admin, '到基层的日子，等确认');
    await top(admin, '#waiting-days [role="checkbox"]').click();
    await says(admin, '选了 1 天');
    await see(admin, `19-waiting-todo${size}`, { whole: true });
    await top(admin, '#all-waiting-days').click();
    await says(admin, '点一下选上，可以选几天一起答复');
    await top(admin, '#choose-all-days').click();
    await see(admin, `19-waiting${size}`);
    await admin.goto(`/#/site/waiting?siteId=${siteId}`);
    await admin.reload();
    await says(admin, '没有找到这个地点');
    await see(admin, `19-waiting-refused${size}`);
    await admin.goto('/');
    await top(admin, '#sites').click();
    await admin.locator(`#site-${siteId}`).waitFor();
    await see(admin, `14-sites${size}`);
    await admin.locator('#search-sites input').fill('没有这个');
    await says(admin, '没有找到“没有这个”');
    await see(admin, `19-sites-none${size}`);
    await admin.locator('#search-sites input').fill('');
    await admin.locator(`#site-${siteId}`).click();
    await says(admin, '有了现场联系人');
    await see(admin, `19-site${size}`, { whole: true });
    await top(admin, '#poster').click();
    await admin.locator('#take-poster').waitFor();
    await see(admin, `18-poster${size}`, { whole: true });
  }
  const admin = await people.as('邓绮雯', DESKTOP);
  await admin.goto(`/#/site/poster?siteId=${siteId}`);
  await admin.locator('#renew-site-code').click();
  await admin.locator('#renew-site-code-now').waitFor();
  await see(admin, '18-poster-renew');
  await admin.goto(`/#/site/edit?siteId=${siteId}`);
  await admin.locator('#save-site').waitFor();
  await see(admin, '19-site-edit', { whole: true });
  await admin.goto(`/#/site/one?siteId=${siteId}`);
  await top(admin, '#close-site').click();
  await admin.locator('#settle-site').waitFor();
  await see(admin, '19-site-close');
  await admin.locator('#settle-site').click();
  await says(admin, '停用了');
  await see(admin, '19-site-closed', { whole: true });
  await contact.reload();
  await says(contact, '这个地点停用了');
  await see(contact, '09-site-code-closed');
};

/** Where nothing waits. */
export const noWaitingDays: Walk = async (people, see) => {
  const admin = await people.as('邓绮雯', DESKTOP);
  await top(admin, '#sites').waitFor();
  const none = { ok: true, output: { items: [], next: null } };
  await admin.route('**/api/grassrootsDay/waitingDays', (route) => route.fulfill({ json: none }));
  await admin.goto('/#/site/waiting?orgId=1');
  await says(admin, '没有等确认的日子');
  await see(admin, '19-waiting-none');
  await admin.unrouteAll();
};
