import type { Browser, Page } from 'playwright-core';
import { asDemoPerson, aStranger, codeTextOf, DESKTOP, scanText } from './browser';

/** What is done with a screen; `whole` means it to its end, otherwise what one sees without scrolling. */
export type See = (page: Page, name: string, options?: { whole?: boolean }) => Promise<void>;

type Walk = (browser: Browser, see: See) => Promise<void>;

async function codeOf(browser: Browser, name: string): Promise<string> {
  const youth = await asDemoPerson(browser, name);
  await youth.getByText(/秒后换新/).waitFor();
  return codeTextOf(youth);
}

const scanOf =
  (name: string, picture: string): Walk =>
  async (browser, see) => {
    const text = await codeOf(browser, name);
    const page = await asDemoPerson(browser, '何志远');
    await scanText(page, text);
    await page.locator('.sheet').waitFor();
    await see(page, picture);
  };

/** Every screen and state of the product, each walk through some of them by one or two people. */
export const walks: Record<string, Walk> = {
  async 'the chooser'(browser, see) {
    const phone = await aStranger(browser);
    await phone.page.goto('/');
    await see(phone.page, '13b-chooser-phone', { whole: true });
    const desktop = await aStranger(browser, DESKTOP);
    await desktop.page.goto('/');
    await see(desktop.page, '13b-chooser-desktop');
    await phone.page.goto('/?browser');
    await see(phone.page, '13c-open-in-wechat');
  },

  async 'a newcomer'(browser, see) {
    const page = await asDemoPerson(browser, '一位新来的人');
    await page.getByText('开始之前，先说清楚').waitFor();
    await see(page, '13-notice');
    await page.getByText(/完整告知/).click();
    await see(page, '13a-notice-whole', { whole: true });
    await page.goBack();
    await page.getByText('先不用').filter({ visible: true }).click();
    await see(page, '13d-not-now');
    await page.goto('/');
    await page.locator('#agree').click();
    await see(page, '13e-register');
  },

  async 'a cadre'(browser, see) {
    const page = await asDemoPerson(browser, '何志远');
    await page.getByText('还差 16 位').waitFor();
    await see(page, '01-home');
    await page.locator('#scan').click();
    await see(page, '02-reader');
    await page.goto('/');
    await page.locator('#tab-youths').click();
    await see(page, '03-youths');
    await page.locator('.rows.by-ava .row').first().click();
    await see(page, '03a-youth');
    await page.goto('/?tab=youths');
    await page.locator('#tab-youths').click();
    await page.locator('#search input').fill('李思莹');
    await see(page, '12-no-match');
    await page.locator('#tab-me').click();
    await see(page, '04-me-cadre', { whole: true });
    await page.setViewportSize({ width: 320, height: 568 });
    await page.locator('#tab-today').click();
    await see(page, '01-home-320');
  },

  async 'a scan'(browser, see) {
    const text = await codeOf(browser, '林晓彤');
    const page = await asDemoPerson(browser, '何志远');
    await scanText(page, text);
    await page.locator('#confirm').waitFor();
    await see(page, '02-scan-sheet');
    await page.locator('#confirm').click();
    await page.getByText('已联系林晓彤').waitFor();
    await see(page, '02b-scan-done');
    await page.locator('.sheet #undo').click();
    await see(page, '02c-undone');
  },

  'a scan of a youth whom three cadres hold': scanOf('郑可欣', '12-full'),

  'a scan of a minor': scanOf('李思颖', '12-minor'),

  'a scan of somebody of 36': scanOf('邝国栋', '12-over-age'),

  async 'a foreign code, no network, a fault'(browser, see) {
    const page = await asDemoPerson(browser, '何志远');
    await scanText(page, 'https://example.com/hello');
    await see(page, '12-foreign');
    await page.route('**/api/contact/list', (route) => route.abort());
    await page.goto('/');
    await page.locator('#tab-youths').click();
    await page.getByText('再试一次').waitFor();
    await see(page, '12-failed');
    await page.unrouteAll();
    await page.route('**/api/contact/list', (route) => setTimeout(() => void route.abort(), 20_000));
    await page.goto('/');
    await page.locator('#tab-youths').click();
    await see(page, '12-loading');
  },

  async 'a youth'(browser, see) {
    const page = await asDemoPerson(browser, '林晓彤');
    await page.getByText(/秒后换新/).waitFor();
    await see(page, '05-youth-home', { whole: true });
    await page.locator('#tab-holders').click();
    await see(page, '05a-holders');
    await page.locator('.rows.by-ava .row').filter({ visible: true }).first().click();
    await see(page, '06-record', { whole: true });
    await page.getByRole('button', { name: '离开' }).filter({ visible: true }).first().click();
    await see(page, '06a-leave');
    await page.goto('/');
    await page.locator('#tab-me').click();
    await see(page, '05b-me-youth');
  },

  async 'a youth nobody holds, and one whom a cadre has just added'(browser, see) {
    const youth = await asDemoPerson(browser, '岑乐怡');
    await youth.getByText(/秒后换新/).waitFor();
    await youth.locator('#tab-holders').click();
    await see(youth, '12-nobody-holds');
    await youth.locator('#tab-code').click();
    const cadre = await asDemoPerson(browser, '何志远');
    await scanText(cadre, await codeTextOf(youth));
    await cadre.locator('#confirm').click();
    await youth.getByText('何志远刚添加了你').waitFor();
    await see(youth, '05c-just-added');
    await youth.locator('#undo').click();
  },

  async 'a youth and a card, and who can be reached'(browser, see) {
    const cadre = await asDemoPerson(browser, '何志远');
    await cadre.locator('#tab-me').click();
    const card = await codeTextOf(cadre);
    const youth = await asDemoPerson(browser, '岑乐怡');
    await scanText(youth, card);
    await youth.locator('#confirm').waitFor();
    await see(youth, '02d-card-sheet');
    await youth.locator('#confirm').click();
    await youth.getByText('何志远可以联系你了').waitFor();
    await see(youth, '02e-card-done');
    await youth.goto('/');
    await youth.locator('#tab-holders').click();
    await youth.locator('.rows.by-ava .row').filter({ visible: true }).first().click();
    await see(youth, '06b-record-channels', { whole: true });
    await youth.locator('#leave').click();
    await youth.locator('#leave-only').click();
    await youth.goto('/?tab=me');
    await youth.locator('#tab-me').click();
    await youth.getByText('退出登录').click();
    await see(youth, '13f-signed-out');
  },

  async 'a card in a chat'(browser, see) {
    const cadre = await asDemoPerson(browser, '何志远');
    await cadre.locator('#tab-me').click();
    const link = await codeTextOf(cadre);
    await cadre.locator('#send-card').click();
    await see(cadre, '04c-card-link', { whole: true });
    for (const [name, picture] of [
      ['岑乐怡', '02f-card-tapped'],
      ['一位新来的人', '02g-card-newcomer'],
      ['郑可欣', '02h-card-full'],
      ['梁倩文', '02i-card-cadre'],
    ] as const) {
      const page = await asDemoPerson(browser, name);
      await page.goto(link);
      await page.locator('.sheet, #agree').filter({ visible: true }).first().waitFor();
      await see(page, picture);
    }
  },

  async 'an administrator'(browser, see) {
    const phone = await asDemoPerson(browser, '邓绮雯');
    await phone.getByText('南海区团委').first().waitFor();
    await see(phone, '14-organisation-phone', { whole: true });
    const desktop = await asDemoPerson(browser, '邓绮雯', DESKTOP);
    await desktop.getByText('南海区团委').first().waitFor();
    await see(desktop, '14-organisation');
  },

  async channels(browser, see) {
    const page = await asDemoPerson(browser, '何志远');
    await page.locator('#tab-me').click();
    await page.getByText('公开的联系方式').first().click();
    await see(page, '04b-channels', { whole: true });
  },
};
