import { NOTICE_2027 } from '../grassrootsDay/notices';
import { DESKTOP, type People, PHONE, says } from './browser';
import type { See, Walk } from './screens';

/** D10.3 The years that are known, and how one of the province's administrators reads a notice before loading it. */
async function calendarOfTheProvince(people: People, see: See): Promise<void> {
  const elsewhere = await people.as('邓绮雯');
  await elsewhere.goto('/#/days/calendar');
  await says(elsewhere, '由团省委的管理员载入');
  await see(elsewhere, '19-calendar');
  for (const [viewport, size] of [
    [PHONE, ''],
    [DESKTOP, '-desktop'],
  ] as const) {
    const page = await people.as('冼咏岚', viewport);
    await page.goto('/#/days/calendar');
    await page.locator('#notice textarea').fill(NOTICE_2027.replace('放假1天', '休息1天'));
    await page.locator('#read-notice').click();
    await says(page, '通知里有一处读不懂');
    await see(page, `19a-notice-unreadable${size}`, { whole: true });
    await page.locator('#notice textarea').fill(NOTICE_2027);
    await page.locator('#read-notice').click();
    await page.locator('#read').waitFor();
    await see(page, `19b-notice-read${size}`, { whole: true });
  }
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
  // The week that is told is the one that is outlined.
  await desktop.locator('.grid-line.on .wk.chosen').waitFor();
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

  await calendarOfTheProvince(people, see);
};
