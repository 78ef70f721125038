import type { Browser, Page } from 'playwright-core';
import { openDatabase } from '../../cloudfunctions/api/kernel/db';
import { searchText } from '../../cloudfunctions/api/org/searchText.apart';
import { asDemoPerson, codeTextOf, openBrowser, pictureOf, says, scanText } from '../support/browser';
import { standIn } from '../support/stand-in';

jest.setTimeout(120_000);

const begun = new Date();

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  // The demo's people are as the next test expects them.
  const db = openDatabase(standIn().ownerUrl);
  await db.kysely.deleteFrom('block').where('created_at', '>', begun).execute();
  await db.end();
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

const scanPicture = async (cadre: Page, picture: Buffer): Promise<void> => {
  await cadre.locator('#scan').click();
  await cadre.getByTestId('scan-file').setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: picture });
};

it('D2.2 two people: one shows the live code, the other scans its picture, both screens change, the youth takes it back', async () => {
  const youth = await asDemoPerson(browser, '岑乐怡');
  const cadre = await asDemoPerson(browser, '何志远');
  await says(cadre, '还差 16 位');
  await says(youth, /秒后换新/);

  await scanPicture(cadre, await pictureOf(youth));
  await says(cadre, '岑乐怡');
  await says(cadre, '第 85 位，新媒体 1 人');
  await cadre.locator('#confirm').click();
  await says(cadre, '已联系岑乐怡');

  await says(youth, '何志远刚添加了你');
  await says(youth, '1 名团干部联系你');
  await youth.locator('#undo').click();
  await says(youth, '已撤销，对方的列表里没有你');

  await cadre.goto('/');
  await says(cadre, '还差 16 位');
});

it('D8.1 without a network, a picture of a code is read all the same', async () => {
  const youth = await asDemoPerson(browser, '岑乐怡');
  const cadre = await asDemoPerson(browser, '骆嘉澍');
  await says(youth, /秒后换新/);
  const picture = await pictureOf(youth);
  await cadre.locator('#scan').click();
  await cadre.getByTestId('scan-file').waitFor({ state: 'attached' });
  await cadre.waitForLoadState('networkidle');
  await cadre.context().setOffline(true);
  await cadre.getByTestId('scan-file').setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: picture });
  await cadre.locator('#keep').waitFor();
  await cadre.context().setOffline(false);
});

it('D9.5 by the text of the code; the youth sees who holds and who looked, leaves and blocks; the next scan is refused', async () => {
  const youth = await asDemoPerson(browser, '岑乐怡');
  const cadre = await asDemoPerson(browser, '麦浩铭');
  await says(youth, /秒后换新/);
  await scanText(cadre, await codeTextOf(youth));
  await cadre.locator('#confirm').click();
  await says(cadre, '已联系岑乐怡');

  await youth.locator('#tab-holders').click();
  await youth.getByText('麦浩铭').filter({ visible: true }).first().click();
  await says(youth, '谁看过你的详情');
  await youth.getByRole('button', { name: '离开' }).filter({ visible: true }).first().click();
  await youth.locator('#leave-block').click();
  await says(youth, /不再被添加|已屏蔽|不能再添加/);

  await youth.goto('/');
  await says(youth, /秒后换新/);
  await cadre.goto('/');
  await scanText(cadre, await codeTextOf(youth));
  await says(cadre, '这次联系没有建立');
});

it.each([
  ['D2.2', '郑可欣', '暂时加不了'],
  ['D9.3', '李思颖', '还要管理员同意'],
])('%s scanning %s: %s', async (_rule, name, sentence) => {
  const youth = await asDemoPerson(browser, name);
  const cadre = await asDemoPerson(browser, '何志远');
  await says(youth, /秒后换新/);
  await scanText(cadre, await codeTextOf(youth));
  await says(cadre, sentence);
});

it('D1.3 somebody of 36 is accepted, and it says that it does not count', async () => {
  const youth = await asDemoPerson(browser, '邝国栋');
  const cadre = await asDemoPerson(browser, '何志远');
  await says(youth, /秒后换新/);
  await scanText(cadre, await codeTextOf(youth));
  await says(cadre, /满 36 岁不计入/);
  await cadre.locator('#confirm').click();
  await says(cadre, '已联系邝国栋');
  await cadre.locator('#undo').click();
  await says(cadre, '已撤销');
});

it('a foreign code is told apart from ours', async () => {
  const cadre = await asDemoPerson(browser, '何志远');
  await scanText(cadre, 'https://example.com/s/YT2Z0mrevoObhgSdaraUkFA');
  await says(cadre, '这不是我们的码');
  await cadre.keyboard.press('Escape');
  await cadre.locator('.sheet').waitFor({ state: 'detached' });
});

it('C4 the network goes while confirming: kept on the phone, sent when it is back, one contact', async () => {
  const youth = await asDemoPerson(browser, '岑乐怡');
  const cadre = await asDemoPerson(browser, '骆嘉澍');
  await says(youth, /秒后换新/);
  await scanText(cadre, await codeTextOf(youth));
  await cadre.locator('#confirm').waitFor();
  await cadre.context().setOffline(true);
  await cadre.locator('#confirm').click();
  await says(cadre, '记在手机里了');
  await cadre.context().setOffline(false);
  await says(cadre, '已联系岑乐怡');
  await says(youth, '1 名团干部联系你');
  await cadre.locator('.sheet #undo').click();
  await says(cadre, '已撤销');
});

it('C5 a cadre’s card: one’s own is told to be one’s own, a youth who scans it is held', async () => {
  const cadre = await asDemoPerson(browser, '梁倩文');
  await cadre.locator('#tab-me').click();
  const card = await codeTextOf(cadre);
  expect(card).toMatch(/\/s\/C[\w-]{22}$/);
  await cadre.goto('/');
  await scanText(cadre, card);
  await says(cadre, '这是你自己的码');

  const youth = await asDemoPerson(browser, '岑乐怡');
  await scanText(youth, card);
  await says(youth, '共青团南海梁倩文');
  await youth.locator('#confirm').click();
  await says(youth, '梁倩文可以联系你了');
  await youth.locator('.sheet #undo').click();
  await says(youth, '已撤销');
});

it('finds a youth by pinyin, by initials and by name, and says when nobody is found', async () => {
  const cadre = await asDemoPerson(browser, '何志远');
  await cadre.locator('#tab-youths').click();
  const names = cadre.locator('.rows.by-ava .row .grow .b').filter({ visible: true });
  const name = await names.nth(3).innerText();
  const search = cadre.locator('#search input');
  for (const typed of searchText(name).split(' ')) {
    await search.fill('zzzz');
    await says(cadre, '没有找到“zzzz”');
    await search.fill(typed);
    await says(cadre, name);
  }
  await search.fill('zzzz');
  await cadre.getByText(/清空，看全部 84 位/).click();
  await names.nth(20).waitFor({ state: 'attached' });
});
