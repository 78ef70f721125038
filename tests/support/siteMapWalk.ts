import type { Page } from 'playwright-core';
import { DESKTOP, PHONE, says } from './browser';
import type { Walk } from './screens';

const top = (page: Page, selector: string) => page.locator(selector).filter({ visible: true }).first();

/** D4.1 Sites where they are: all of them, some from nearer, one that is chosen, none that is found, and none that can be drawn. */
export const siteMap: Walk = async (people, see) => {
  for (const [viewport, size] of [
    [PHONE, '-phone'],
    [DESKTOP, ''],
  ] as const) {
    const admin = await people.as('邓绮雯', viewport);
    await top(admin, '#sites').click();
    await top(admin, '#shape-map').click();
    await says(admin, '公里，上北下南');
    await see(admin, `19-map${size}`);
    await admin.locator('.map-dot.several').first().click();
    await admin.locator('.map.held').waitFor();
    await see(admin, `19-map-opened${size}`);
    await top(admin, '#map-whole').click();
    await admin.getByRole('button', { name: /^罗村青少年服务台/ }).click();
    await says(admin, '罗村街道北湖一路 8 号');
    await see(admin, `19-map-chosen${size}`);
    await admin.locator('#search-sites input').fill('高明');
    await says(admin, '没有一个画得出来');
    await see(admin, `19-map-unplaced${size}`);
    await admin.locator('#search-sites input').fill('没有这个');
    await says(admin, '没有找到“没有这个”');
    await see(admin, `19-map-none${size}`);
  }
};
