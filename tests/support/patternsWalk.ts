import type { Page } from 'playwright-core';
import { DESKTOP, PHONE, says } from './browser';
import type { Walk } from './screens';

const top = (page: Page, selector: string) => page.locator(selector).filter({ visible: true }).first();

/** D4.2 A cadre is asked about a day at two sites and says a word to it; an administrator reads it; nobody else is asked. */
export const patterns: Walk = async (people, see) => {
  const cadre = await people.as('梁倩文');
  await top(cadre, '#todo-explain').waitFor();
  await see(cadre, '01-home-asked', { whole: true });
  await top(cadre, '#todo-explain').click();
  await says(cadre, /都报到了/);
  await see(cadre, '20-explain');
  await cadre.getByRole('radio', { name: '地点的位置登记错了' }).click();
  await says(cadre, '你说过了');
  await see(cadre, '20a-explained');

  for (const [viewport, size] of [
    [PHONE, '-phone'],
    [DESKTOP, ''],
  ] as const) {
    const admin = await people.as('邓绮雯', viewport);
    await admin.goto('/?again#/org/todo');
    await top(admin, '#patterns .row:has-text("梁倩文")').waitFor();
    await admin.locator('#patterns').scrollIntoViewIfNeeded();
    await see(admin, `20b-patterns${size}`, { whole: true });
  }

  const another = await people.as('何志远');
  await another.goto('/#/days/explain');
  await says(another, '没有要说明的');
  await see(another, '20c-nothing-to-explain');
};
