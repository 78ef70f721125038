import type { Page } from 'playwright-core';
import { readNotice } from '../../cloudfunctions/api/grassrootsDay/rules/notice';
import { NOTICE_2027, NOTICES } from '../grassrootsDay/notices';
import { DESKTOP, says } from './browser';
import type { See, Walk } from './screens';

const answers = (page: Page, verb: string, output: object | { error: object }) =>
  page.route(`**/api/grassrootsDay/${verb}`, (route) =>
    'error' in output
      ? route.fulfill({ status: 409, json: { ok: false, error: output.error } })
      : route.fulfill({ json: { ok: true, output } }),
  );

/** Nobody of the demo administers the province: what its administrators are answered. */
async function calendarOfTheProvince(page: Page, see: See): Promise<void> {
  await page.goto('/#/days/calendar');
  await says(page, '由团省委的管理员载入');
  await see(page, '19-calendar');
  const read = readNotice(NOTICE_2027, 2027);
  const known = { year: 2026, ...readNotice(NOTICES[2026] ?? '', 2026), by: null };
  await answers(page, 'calendar', { years: [known], mayLoad: true });
  await page.reload();
  await page.locator('#notice textarea').fill(NOTICE_2027.slice(0, 60));
  const data = { rule: 'D10.3', line: '端午节' };
  await answers(page, 'loadCalendar', {
    error: { code: 'CALENDAR_UNREADABLE', status: 409, message: '', defined: true, data },
  });
  await page.locator('#read-notice').click();
  await says(page, '通知里有一处读不懂');
  await see(page, '19a-notice-unreadable', { whole: true });
  await page.locator('#notice textarea').fill(NOTICE_2027);
  await answers(page, 'loadCalendar', { year: 2027, ...read, replaces: false, loaded: false });
  await page.locator('#read-notice').click();
  await page.locator('#read').waitFor();
  await see(page, '19b-notice-read', { whole: true });
  await page.unrouteAll();
}

/** D4.3 A cadre's year of weeks and leave, who answers it, and the grid of all. */
export const weeks: Walk = async (people, see) => {
  const cadre = await people.as('何志远');
  await cadre.locator('#weeks').click();
  await says(cadre, '每周一天');
  await see(cadre, '08-weeks', { whole: true });
  await cadre.locator('#week-before').click();
  await cadre.locator('#year-before').click();
  await says(cadre, /\d{4} 年每周一天/);
  await cadre.locator('#year-after').click();
  await cadre.locator('#own-leave').click();
  await cadre.locator('#new-leave').click();
  await cadre.locator('#ask-leave').waitFor();
  await see(cadre, '08a-ask-leave');
  await cadre.locator('#ask-leave').click();
  await says(cadre, '等答复');
  await see(cadre, '08b-leave');

  const desktop = await people.as('邓绮雯', DESKTOP);
  await desktop.locator('#weeks').filter({ visible: true }).click();
  await desktop.locator('#grid').waitFor();
  await see(desktop, '15-week-grid');
  await desktop.locator('[id^="line-"]').first().click();
  await desktop.locator('.wk-said').first().waitFor();
  await see(desktop, '15a-week-told');
  const phone = await people.as('邓绮雯');
  await phone.goto('/#/days/grid');
  await phone.locator('[id^="line-"]').first().click();
  await phone.locator('.wk-said').first().waitFor();
  await see(phone, '15b-week-grid-phone');
  await phone.goto('/#/org/todo');
  await phone.locator('[id^="asked-leave-"]').first().click();
  await phone.locator('#approve-leave').waitFor();
  await see(phone, '17f-answer-leave');
  await phone.locator('#refuse-leave').click();
  await phone.locator('#send-leave-refusal').click();
  await says(phone, '写一句原因');
  await phone.locator('#leave-reason input').fill('那天有全省的会');
  await phone.locator('#send-leave-refusal').click();
  await phone.locator('[id^="asked-leave-"]').first().waitFor({ state: 'detached' });

  await cadre.goto('/#/days/leave');
  await cadre.reload();
  await says(cadre, '那天有全省的会');
  await cadre.locator('[id^="leave-"]').first().click();
  await says(cadre, '没有通过');
  await see(cadre, '08c-leave-refused');

  await calendarOfTheProvince(phone, see);
};
