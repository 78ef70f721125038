import { DESKTOP, says } from './browser';
import { aLeaver } from './leaving';
import { leavesAgain, registers } from './newcomer';
import type { Walk } from './screens';

/** C11 Somebody leaves a post: an administrator names who follows, and a youth of the walk's own chooses. */
export const handOver: Walk = async (people, see) => {
  const youth = await people.stranger();
  await youth.goto('/');
  await youth.getByRole('button', { name: '一位新来的人' }).click();
  await registers(youth, '欧阳望春');
  await aLeaver('欧阳望春', '闻人远行');
  await youth.goto('/?again#/contact/holder');
  await says(youth, '想让谁接着联系你？');
  await see(youth, '06h-nobody-named');

  for (const viewport of [undefined, DESKTOP]) {
    const admin = await people.as('邓绮雯', viewport);
    await admin.goto('/?again#/org/todo');
    const row = admin.locator('#hand-overs .row', { hasText: '闻人远行' });
    await row.waitFor();
    await see(admin, viewport ? '17h-hand-overs' : '17g-hand-overs-phone', { whole: true });
    await row.click();
    await admin.locator('#successor').click();
    await admin.locator('#successor-search input').fill('何志远');
    const found = admin.getByRole('radio', { name: /何志远/ });
    await found.waitFor();
    await found.click();
    await admin.locator('#name-successor').waitFor();
    await see(admin, viewport ? '17j-successor' : '17i-successor-phone');
    if (viewport) {
      await admin.locator('#name-successor').click();
      await says(admin, '记下了');
      await see(admin, '17k-successor-named', { whole: true });
    }
  }

  const cadre = await people.as('何志远');
  await cadre.goto('/');
  await says(cadre, /位青年在选谁接着联系/);
  await see(cadre, '01-home-choices', { whole: true });

  await youth.goto('/?once-more');
  await says(youth, '等你选');
  await see(youth, '05-youth-home-waiting', { whole: true });
  await youth.goto('/#/contact/holder');
  await youth.locator('#accept-successor').waitFor();
  await see(youth, '06i-successor');
  await youth.locator('#choose-another').click();
  await youth.locator('.picker .row').first().waitFor();
  await youth.locator('.picker .row').first().click();
  await see(youth, '06j-choose-another');
  await youth.keyboard.press('Escape');
  await youth.locator('#accept-successor').click();
  await says(youth, '何志远接着联系你');
  await says(youth, /起联系你/);
  await leavesAgain(youth);
};
