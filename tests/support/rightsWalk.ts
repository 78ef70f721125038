import type { Page } from 'playwright-core';
import { codeTextOf, DESKTOP, says, scanText } from './browser';
import { registers } from './newcomer';
import type { Walk } from './screens';

/** D9.4 A text that waits is not shown. */
async function hides(administrator: Page, text: string): Promise<void> {
  await administrator.goto('/?again#/org/todo');
  await administrator.getByRole('button', { name: `不显示：${text}` }).click();
  await says(administrator, '好，别人看不到');
}

/** D9.4, D9.9 A youth of the walk's own, and an administrator who answers. */
export const rights: Walk = async (people, see) => {
  const youth = await people.as('一位新来的人');
  await registers(youth, '欧阳听雪');
  for (const name of ['何志远', '梁倩文']) {
    const cadre = await people.as(name);
    await scanText(cadre, await codeTextOf(youth));
    await cadre.locator('#confirm').click();
    await says(cadre, /已联系/);
  }
  await youth.goto('/#/contact/holder');
  await youth.reload();
  await youth.locator('#correct').click();
  await says(youth, '马上生效');
  await youth.locator('#unit input').filter({ visible: true }).fill('佛山市第一中学存疑分校');
  await youth.locator('#save').click();
  await says(youth, /别人暂时看不到/);
  await see(youth, '06c-correct', { whole: true });
  await youth.locator('#name input').filter({ visible: true }).fill('欧阳晴雪');
  await youth.locator('#ask-name').click();
  await says(youth, /等答复/);
  await youth.locator('#ask-born').click();
  await says(youth, '和现在的一样');
  await see(youth, '06d-asked', { whole: true });
  await youth.goBack();
  await youth.getByRole('radio', { name: '梁倩文' }).click();
  await youth.locator('#concern').filter({ visible: true }).click();
  await youth.locator('#report').click();
  await says(youth, '还没有写');
  await see(youth, '06e-concern');
  await youth.locator('#text textarea').fill('半夜打电话，说了也没有用');
  await youth.getByRole('radio', { name: /同时离开/ }).click();
  await youth.locator('#report').click();
  await says(youth, '之前联系过你的');
  await see(youth, '06f-requests', { whole: true });
  await youth.locator('#copy').filter({ visible: true }).click();
  await says(youth, '可以打印的');
  await see(youth, '06g-copy', { whole: true });
  await youth.goBack();

  for (const [viewport, size] of [
    [undefined, ''],
    [DESKTOP, '-desktop'],
  ] as const) {
    const administrator = await people.as('邓绮雯', viewport);
    await administrator.goto('/#/org/todo');
    await says(administrator, '青年的申请');
    await see(administrator, `18-todo${size}`);
    await administrator.locator('.row', { hasText: '反映情况' }).first().click();
    await says(administrator, '对方写的');
    await see(administrator, `18a-concern${size}`, { whole: true });
    await administrator.goBack();
    await administrator.locator('.row', { hasText: '更正姓名' }).first().click();
    await administrator.locator('#refuse').click();
    await administrator.locator('#refuse').click();
    await says(administrator, '还没有写');
    await see(administrator, `18b-correction${size}`, { whole: true });
  }

  await hides(await people.as('邓绮雯'), '佛山市第一中学存疑分校');
  await youth.reload();
  await says(youth, /可以改写/);
  await see(youth, '06k-hidden', { whole: true });
  await youth.locator('#withdraw').filter({ visible: true }).click();
  await youth.locator('#withdraw-now').waitFor();
  await see(youth, '06h-withdraw');
  await youth.locator('#withdraw-now').click();
  await says(youth, /谁也看不到你/);
  await see(youth, '06i-withdrawn', { whole: true });
  await youth.goto('/');
  await says(youth, '你撤回了同意');
  await see(youth, '13i-agree-anew');
  await youth.locator('#rights').click();
  await youth.locator('#close').filter({ visible: true }).click();
  await youth.locator('#close-now').waitFor();
  await see(youth, '06j-close');
  await youth.locator('#close-now').click();
  await says(youth, '已注销');
  await see(youth, '13j-closed');
};
