import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/universal';
import { openidOf } from '../../local/demo/cast';
import type { Cell } from '@/lib/table';
import { asDemoPerson, DESKTOP, foreignAddresses, openBrowser, says } from '../support/browser';
import { closes } from '../support/siteOf';
import { aSheetOf, oldSheet } from '../support/siteSheets';
import { askAs } from '../support/wx/door';

jest.setTimeout(120_000);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

const top = (page: Page, selector: string) => page.locator(selector).filter({ visible: true }).first();

/** The cells of what the page hands over to be saved. */
async function saved(page: Page, press: string): Promise<unknown[][]> {
  const coming = page.waitForEvent('download');
  await top(page, press).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  const bytes = readFileSync(await download.path());
  return readSheet(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

const choose = async (page: Page, rows: Cell[][], headings?: string[]) =>
  page.getByTestId('choose-sheet').setInputFiles(await aSheetOf(rows, headings));

interface Found {
  items: { siteId: string; name: string }[];
}
async function found(search: string): Promise<Found['items']> {
  const administrator = openidOf('deng-qiwen');
  const { org } = await askAs<{ org: { orgId: number } }>(administrator, 'org.overview', {});
  const sites = await askAs<Found>(administrator, 'grassrootsDay.sites', { orgId: org.orgId, search, closed: false });
  return sites.items;
}

it('C35 D4.1 a table of sites: its errors, put right, registered, again and nothing changes; the list taken away reads as it was', async () => {
  const admin = await asDemoPerson(browser, '邓绮雯', DESKTOP);
  await top(admin, '#sites').click();
  await top(admin, '#import-sites').click();
  await says(admin, '三步登记');

  const template = await saved(admin, '#take-template');
  expect(template[0]).toEqual(['类别', '名称', '地址', '纬度', '经度', '所属团组织']);
  expect(template).toHaveLength(2);

  const wrong: Cell[][] = [
    ['园区', '　听雷创业园１号楼', '南海区桂城街道', '23.02861，113.10702', null, null],
    ['学校', '听雷学堂', { day: '2026-03-05' }, 113.1, 23.02, null],
    ['社会组织', '听雷社', '祖庙路 8 号', null, null, '越秀区团委'],
  ];
  await choose(admin, wrong);
  await says(admin, '2 行要改，现在一行都没有登记');
  await says(admin, '类别只有区域、园区、非公企业、社会组织、青少年综合服务平台');
  await says(admin, '地址读到的是一个数字');
  await says(admin, '纬度和经度写反了');
  await says(admin, '所属团组织写的名称，在你管的范围里没有');
  expect(await admin.locator('#register-sites').count()).toBe(0);
  expect(await admin.locator('.sheet-row').count()).toBe(2);
  await top(admin, '#rows-all').click();
  expect(await admin.locator('.sheet-row').count()).toBe(3);
  expect(await found('听雷')).toEqual([]);

  const right: Cell[][] = [
    wrong[0] ?? [],
    ['区域', '听雷学堂', '狮山镇桃园东路 3 号', 23.02, 113.1, null],
    ['社会组织', '听雷社', '祖庙路 8 号', null, null, null],
    ['社会组织', '听雷社 ', '祖庙路 8 号', null, null, null],
  ];
  await choose(admin, right);
  await says(admin, '3 个地点可以登记');
  await says(admin, '1 行已经有了，不会再登记');
  await top(admin, '#register-sites').press('Enter');
  await says(admin, '登记好了 3 个地点');
  const registered = await found('听雷');
  expect(registered.map(({ name }) => name).sort()).toEqual(['听雷创业园1号楼', '听雷学堂', '听雷社']);

  await admin.getByText('再登记一份').click();
  await choose(admin, right);
  await says(admin, '都已经有了，不用再登记');
  expect(await admin.locator('#register-sites').count()).toBe(0);

  await admin.goBack();
  await top(admin, '#search-sites input').fill('听雷');
  await says(admin, '听雷创业园1号楼');
  await admin.locator('[id^="site-"]', { hasText: '听雷' }).nth(2).waitFor();
  await admin.getByText('佛山青年服务平台').first().waitFor({ state: 'hidden' });
  const list = await saved(admin, '#take-sites');
  expect(list[0]?.slice(0, 6)).toEqual(['类别', '名称', '地址', '纬度', '经度', '所属团组织']);
  expect(list.slice(1).map((row) => row.slice(0, 5))).toEqual(
    expect.arrayContaining([
      ['园区', '听雷创业园1号楼', '南海区桂城街道', 23.02861, 113.10702],
      ['区域', '听雷学堂', '狮山镇桃园东路 3 号', 23.02, 113.1],
      ['社会组织', '听雷社', '祖庙路 8 号', null, null],
    ]),
  );
  expect(list).toHaveLength(4);
  expect(foreignAddresses()).toEqual([]);
  for (const { siteId } of registered) await closes(siteId);
});

it('a file that is no such table says what to do', async () => {
  const admin = await asDemoPerson(browser, '邓绮雯', DESKTOP);
  await top(admin, '#sites').click();
  await top(admin, '#import-sites').click();
  await says(admin, '三步登记');
  await admin.getByTestId('choose-sheet').setInputFiles(oldSheet);
  await says(admin, '它是旧的 .xls 格式，或者加了密码');
  await choose(admin, [['甲', '乙']], ['姓名', '名称']);
  await says(admin, '第一张工作表里还差这几列：类别、地址');
  await choose(admin, []);
  await says(admin, '表里还没有地点');
  await choose(
    admin,
    Array.from({ length: 301 }, (_, n) => ['园区', `听电园${n}`, '某路']),
  );
  await says(admin, '这份表有 301 行');
});
