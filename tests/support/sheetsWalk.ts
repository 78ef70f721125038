import type { Page } from 'playwright-core';
import { DESKTOP, PHONE, says } from './browser';
import type { Walk } from './screens';
import { aSheetOf, oldSheet } from './siteSheets';

const top = (page: Page, selector: string) => page.locator(selector).filter({ visible: true }).first();

const rows = (which: string) => [
  ['园区', `听荷创业园${which}`, '南海区桂城街道灯湖西路 20 号', 23.05361, 113.14512, null],
  ['青少年综合服务平台', `听荷青年之家${which}`, '禅城区祖庙街道人民路 102 号三楼', null, null, null],
  ['非公企业', `听荷智能装备${which}`, '顺德区北滘镇工业大道 8 号', '22.93，113.21', null, null],
];
const wrong = [
  ['学校', '听荷学堂', { day: '2026-03-05' }, 113.1, 23.02, null],
  ['社会组织', '', '祖庙路 8 号', null, null, '越秀区团委'],
];

/** C35 Sites out of a table: what is wrong with it, what would become of it, what became of it. */
export const sheets: Walk = async (people, see) => {
  for (const [viewport, size] of [
    [PHONE, '-phone'],
    [DESKTOP, ''],
  ] as const) {
    const admin = await people.as('邓绮雯', viewport);
    const choose = async (lines: Parameters<typeof aSheetOf>[0]) =>
      admin.getByTestId('choose-sheet').setInputFiles(await aSheetOf(lines));
    await top(admin, '#sites').click();
    await top(admin, '#import-sites').click();
    await says(admin, '三步登记');
    await see(admin, `19-import${size}`);
    await admin.getByTestId('choose-sheet').setInputFiles(oldSheet);
    await says(admin, '这个文件读不了');
    await see(admin, `19-import-unread${size}`);
    await choose([...rows(size), ...wrong]);
    await says(admin, '2 行要改');
    await see(admin, `19-import-wrong${size}`, { whole: true });
    await top(admin, '#rows-all').click();
    await see(admin, `19-import-all${size}`, { whole: true });
    await choose([...rows(size), ...rows(size).slice(0, 1)]);
    await says(admin, '3 个地点可以登记');
    await see(admin, `19-import-right${size}`, { whole: true });
    await top(admin, '#register-sites').click();
    await says(admin, '登记好了 3 个地点');
    await see(admin, `19-import-done${size}`);
  }
};
