import type { Page } from 'playwright-core';
import { codeTextOf, DESKTOP, type People, says, scanText } from './browser';
import { handOver } from './handOverWalk';
import { daysAtTheGrassRoots } from './daysWalk';
import { logs, manyAndNone } from './logsWalk';
import { patterns } from './patternsWalk';
import { rights } from './rightsWalk';
import { weeks } from './weeksWalk';
import { sheets } from './sheetsWalk';
import { siteMap } from './siteMapWalk';
import { noWaitingDays, sites } from './sitesWalk';

/** What is done with a screen; `whole` means it to its end, otherwise what one sees without scrolling. */
export type See = (page: Page, name: string, options?: { whole?: boolean }) => Promise<void>;

export type Walk = (people: People, see: See) => Promise<void>;

async function codeOf(people: People, name: string): Promise<string> {
  const youth = await people.as(name);
  await youth.getByText(/秒后换新/).waitFor();
  return codeTextOf(youth);
}

/** The form for who was here before, filled in and sent. */
async function askForOneself(page: Page): Promise<void> {
  await page.locator('#name input').fill('何志远');
  await page.locator('#org input').fill('佛山');
  await page.getByText('佛山市委').first().click();
  await page.locator('#note input').fill('换了手机号，微信也换了');
  await page.locator('#ask').click();
  await page.locator('#binding-waits').waitFor();
}

async function leaveSheet(page: Page): Promise<void> {
  await page.getByRole('button', { name: '先到这里' }).filter({ visible: true }).click();
}

const scanOf =
  (name: string, picture: string): Walk =>
  async (people, see) => {
    const text = await codeOf(people, name);
    const page = await people.as('何志远');
    await scanText(page, text);
    await page.locator('.sheet').waitFor();
    await see(page, picture);
  };

/** Every screen and state of the product, each walk through some of them by one or two people. */
export const walks = {
  async 'the chooser'(people, see) {
    const phone = await people.stranger();
    await phone.goto('/');
    await see(phone, '13b-chooser-phone', { whole: true });
    const desktop = await people.stranger(DESKTOP);
    await desktop.goto('/');
    await see(desktop, '13b-chooser-desktop');
  },

  async 'a browser that signs in by a phone'(people, see) {
    const screen = await people.stranger(DESKTOP);
    await screen.goto('/?browser');
    const text = await codeTextOf(screen);
    await see(screen, '13c-open-in-wechat');
    const narrow = await people.stranger();
    await narrow.goto('/?browser');
    await narrow.locator('#code').waitFor();
    await see(narrow, '13c-open-in-wechat-phone');
    await narrow.goto(`/?browser#/home/index?q=${encodeURIComponent(text)}`);
    await says(narrow, '请用微信打开');
    await see(narrow, '13i-code-in-a-camera');
    const phone = await people.as('何志远');
    await scanText(phone, text);
    await phone.locator('#approve').waitFor();
    await see(phone, '16-approve');
    await says(screen, '已扫码，请在手机上确认');
    await see(screen, '16a-seen');
    await phone.locator('#approve').click();
    await says(phone, '电脑上进来了');
    await see(phone, '16b-approved');
    await screen.locator('#tab-me').waitFor();
    await phone.goto('/?tab=me');
    await phone.locator('#tab-me').click();
    await phone.locator('#devices').click();
    await says(phone, '这一台');
    await see(phone, '16c-devices');
    await phone.locator('.row', { hasText: '上的' }).filter({ hasNotText: '这一台' }).first().click();
    await phone.locator('#end').waitFor();
    await see(phone, '16d-end-device');
    await phone.locator('#end').click();
    await phone.goto(`/?again#/account/approve?q=${encodeURIComponent(text)}`);
    await says(phone, '这个码已经用过了');
    await see(phone, '16e-code-used');
    await narrow.route('**/api/account/finishSignIn', (route) =>
      route.fulfill({
        status: 409,
        json: {
          ok: false,
          error: { code: 'SIGN_IN_REFUSED', status: 409, message: '', defined: true, data: { rule: null } },
        },
      }),
    );
    await narrow.goto('/?browser');
    await says(narrow, '手机上没有同意');
    await see(narrow, '13j-refused-on-the-phone');
  },

  async 'a new WeChat account'(people, see) {
    const page = await people.stranger();
    await page.goto('/');
    await page.getByRole('button', { name: '一位新来的人' }).click();
    await page.locator('#find-again').click();
    await page.locator('#ask').click();
    await says(page, '还差团组织');
    await see(page, '17-find-again');
    await askForOneself(page);
    await see(page, '17a-find-again-waits');
    await page.locator('#take-back').click();
    await page.locator('#find-again').click();
    await askForOneself(page);
    for (const viewport of [undefined, DESKTOP]) {
      const admin = await people.as('邓绮雯', viewport);
      await admin.goto('/#/org/todo');
      await admin.locator('#bindings .row').last().click();
      await admin.locator('.candidate').first().click();
      await admin.locator('#approve-binding').waitFor();
      await see(admin, viewport ? '17c-todo-candidates' : '17b-todo-candidates-phone');
    }
    const admin = await people.as('邓绮雯', DESKTOP);
    await admin.goto('/?again#/org/todo');
    await see(admin, '17d-todo');
    await admin.locator('#bindings .row').last().click();
    await admin.locator('#refuse-binding').click();
    await admin.locator('#reason input').fill('请先到团委当面核对');
    await see(admin, '17e-todo-refuse');
    await admin.locator('#send-refusal').click();
    await says(admin, '已经答复');
    await page.goto('/');
    await page.locator('#binding-refused').waitFor();
    await see(page, '17f-find-again-refused');
  },

  async 'a newcomer'(people, see) {
    const page = await people.as('一位新来的人');
    await page.getByText('开始之前，先说清楚').waitFor();
    await see(page, '13-notice');
    await page.getByText(/完整告知/).click();
    await says(page, '关于你的资料');
    await see(page, '13a-notice-whole', { whole: true });
    await page.goBack();
    await page.getByText('先不用').filter({ visible: true }).click();
    await see(page, '13d-not-now');
    await page.goto('/');
    await page.locator('#agree').click();
    await page.locator('#register').waitFor();
    await see(page, '13e-register');
    await page.locator('#register').click();
    await says(page, '还差领域');
    await see(page, '13g-register-missing');
    await page.locator('#name input').fill('123');
    await page.locator('#born-year').selectOption('2004');
    await page.locator('#born-month').selectOption('06');
    await page.getByRole('radio', { name: '学校' }).click();
    await page.locator('#register').click();
    await says(page, /多余的符号/);
    await see(page, '13h-register-refused');
  },

  async 'a cadre'(people, see) {
    const page = await people.as('何志远');
    await page.getByText('还差 16 位').waitFor();
    await see(page, '01-home');
    await page.locator('#scan').click();
    await says(page, '相机没有打开。');
    await see(page, '02-reader');
    await page.goto('/');
    await page.locator('#tab-youths').click();
    await page.locator('.rows.by-ava .row').first().waitFor();
    await see(page, '03-youths');
    await page.getByRole('radio', { name: '学校' }).click();
    await page.locator('#search input').fill('l');
    await page.locator('.rows.by-ava .row').first().waitFor();
    await see(page, '03b-youths-searched');
    await page.locator('.rows.by-ava .row').first().click();
    await says(page, '哪天联系上的');
    await see(page, '03a-youth');
    await page.goto('/?tab=youths');
    await page.locator('#tab-youths').click();
    await page.locator('#search input').fill('李思莹');
    await says(page, /没有找到/);
    await see(page, '12-no-match');
    await page.locator('#tab-me').click();
    await page.locator('#code').waitFor();
    await see(page, '04-me-cadre', { whole: true });
    await page.getByText('谁看过你').click();
    await says(page, '谁看过你的详情');
    await see(page, '04f-looks');
    await page.goBack();
    await page.locator('#tab-today').waitFor();
    await page.setViewportSize({ width: 320, height: 568 });
    await page.locator('#tab-today').click();
    await see(page, '01-home-320');
  },

  async 'a scan'(people, see) {
    const text = await codeOf(people, '林晓彤');
    const page = await people.as('何志远');
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

  async 'a foreign code, no network, a fault'(people, see) {
    const page = await people.as('何志远');
    await scanText(page, 'https://example.com/hello');
    await see(page, '12-foreign');
    await page.route('**/api/contact/list', (route) => route.abort());
    await page.goto('/');
    await page.locator('#tab-youths').click();
    await says(page, '没有连上');
    await see(page, '12-failed');
    await page.unrouteAll();
    await page.route('**/api/contact/list', () => undefined);
    await page.goto('/');
    await page.locator('#tab-youths').click();
    await see(page, '12-loading');
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  },

  async 'scans without a network'(people, see) {
    const live = await codeOf(people, '岑乐怡');
    const full = await codeOf(people, '郑可欣');
    const page = await people.as('麦浩铭');
    await page.locator('#scan').click();
    await page.getByTestId('scan-text').waitFor();
    await page.goBack();
    await says(page, '七个领域');
    await page.context().setOffline(true);
    await scanText(page, live);
    await page.locator('#keep').waitFor();
    await see(page, '15-keep');
    await page.locator('#keep').click();
    await says(page, '记在手机里了');
    await see(page, '15a-kept');
    await leaveSheet(page);
    await scanText(page, full);
    await page.locator('#keep').click();
    await leaveSheet(page);
    await says(page, '没有网络，2 笔等着送出');
    await see(page, '15b-waiting');
    await page.locator('.row', { hasText: '待同步' }).first().click();
    await page.locator('#drop').waitFor();
    await see(page, '15c-waiting-one');
    await page.locator('#drop').click();
    await page.locator('#tab-me').click();
    await page.locator('#sign-out').click();
    await says(page, '还有 1 笔没有送出');
    await see(page, '15d-signing-out');
    await page.getByRole('button', { name: '先不退出' }).click();
    await page.locator('#tab-today').click();
    await page.context().setOffline(false);
    await page.locator('.row', { hasText: '没有成功' }).click();
    await page.locator('#drop').waitFor();
    await see(page, '15e-refused');
    await page.locator('#drop').click();
    await page.route('**/api/**', (route) => route.abort());
    await page.reload();
    await says(page, '现在也可以先扫');
    await see(page, '15f-opened-without');
    await page.unrouteAll();
  },

  async 'a youth'(people, see) {
    const page = await people.as('林晓彤');
    await page.getByText(/秒后换新/).waitFor();
    await see(page, '05-youth-home', { whole: true });
    await page.locator('#tab-holders').click();
    await says(page, /最多/);
    await see(page, '05a-holders');
    await page.locator('.rows.by-ava .row').filter({ visible: true }).first().click();
    await says(page, '谁看过你的详情');
    await see(page, '06-record', { whole: true });
    await page.getByRole('button', { name: '离开' }).filter({ visible: true }).first().click();
    await page.locator('.sheet').waitFor();
    await see(page, '06a-leave');
    await page.goto('/');
    await page.locator('#tab-me').click();
    await says(page, '退出登录');
    await see(page, '05b-me-youth');
  },

  async 'a youth nobody holds, and one whom a cadre has just added'(people, see) {
    const youth = await people.as('岑乐怡');
    await youth.getByText(/秒后换新/).waitFor();
    await youth.locator('#tab-holders').click();
    await says(youth, '还没有团干部联系你');
    await see(youth, '12-nobody-holds');
    await youth.locator('#tab-code').click();
    const cadre = await people.as('何志远');
    await scanText(cadre, await codeTextOf(youth));
    await cadre.locator('#confirm').click();
    await says(youth, '何志远刚添加了你');
    await see(youth, '05c-just-added');
    await youth.locator('#undo').click();
  },

  async 'a youth and a card, and who can be reached'(people, see) {
    const cadre = await people.as('何志远');
    await cadre.locator('#tab-me').click();
    const card = await codeTextOf(cadre);
    const youth = await people.as('岑乐怡');
    await scanText(youth, card);
    await youth.locator('#confirm').waitFor();
    await see(youth, '02d-card-sheet');
    await youth.locator('#confirm').click();
    await youth.getByText('何志远可以联系你了').waitFor();
    await see(youth, '02e-card-done');
    await youth.goto('/');
    await youth.locator('#tab-holders').click();
    await youth.locator('.rows.by-ava .row').filter({ visible: true }).first().click();
    await says(youth, '谁看过你的详情');
    await see(youth, '06b-record-channels', { whole: true });
    await youth.locator('#leave').click();
    await youth.locator('#leave-only').click();
    await youth.goto('/?tab=me');
    await youth.locator('#tab-me').click();
    await youth.getByText('退出登录').click();
    await says(youth, '已退出');
    await see(youth, '13f-signed-out');
  },

  async 'a card in a chat'(people, see) {
    const cadre = await people.as('何志远');
    await cadre.locator('#tab-me').click();
    const link = await codeTextOf(cadre);
    await cadre.locator('#send-card').click();
    await see(cadre, '04c-card-link', { whole: true });
    await cadre.locator('#renew').click();
    await cadre.locator('#renew-now').waitFor();
    await see(cadre, '04e-renew');
    await cadre.getByRole('button', { name: '先不换' }).click();
    for (const [name, picture] of [
      ['岑乐怡', '02f-card-tapped'],
      ['一位新来的人', '02g-card-newcomer'],
      ['郑可欣', '02h-card-full'],
      ['梁倩文', '02i-card-cadre'],
    ] as const) {
      const page = await people.as(name);
      await page.goto(link);
      await page.locator('.sheet, #agree').filter({ visible: true }).first().waitFor();
      await see(page, picture);
    }
  },

  async 'an administrator'(people, see) {
    const phone = await people.as('邓绮雯');
    await says(phone, '南海区团委');
    await see(phone, '14-organisation-phone', { whole: true });
    await phone.locator('[id^="cadre-"]', { hasText: '谭俊熙' }).click();
    await phone.locator('#channel-wechat').click();
    await phone.locator('#reveal').click();
    await says(phone, '写两个字以上');
    await see(phone, '14c-cadre-channels', { whole: true });
    await phone.locator('#reason input').fill('核对值班电话');
    await phone.locator('#reveal').click();
    await says(phone, '再点一下复制');
    await see(phone, '14d-cadre-channel-whole', { whole: true });
    await phone.goBack();
    await phone.getByText('南海区团委').filter({ visible: true }).first().click();
    await says(phone, '狮山镇团委');
    await see(phone, '14a-organisation-below');
    const desktop = await people.as('邓绮雯', DESKTOP);
    await says(desktop, '南海区团委');
    await see(desktop, '14-organisation');
  },

  'a person’s rights, and who answers': rights,
  'somebody leaves, and a youth chooses who follows': handOver,

  'days at the grass roots': daysAtTheGrassRoots,

  'a log, and both who read it': logs,

  'the week, leave and the grid': weeks,

  'what looks odd in check-ins': patterns,

  'nobody yet, and many at once': manyAndNone,

  'a site, its administrators, and the phone on its table': sites,
  'sites where they are': siteMap,

  'sites out of a table': sheets,

  'no days that wait': noWaitingDays,

  async channels(people, see) {
    const page = await people.as('何志远');
    await page.locator('#tab-me').click();
    await page.getByText('公开的联系方式').first().click();
    await page.locator('#save').waitFor();
    await see(page, '04b-channels', { whole: true });
    for (const kind of ['wechat', 'qq', 'weibo', 'phone']) await page.locator(`#channel-${kind} input`).fill('');
    await page.locator('#channel-qq input').fill('12');
    await page.locator('#save').click();
    await says(page, /至少 3 个字符/);
    await see(page, '04c-channels-too-short');
    await page.locator('#channel-qq input').fill('');
    await page.locator('#save').click();
    await says(page, '先这样保存');
    await see(page, '04d-channels-none');
    await page.goto('/#/org/overview?orgId=1');
    await says(page, '这里你看不到');
    await see(page, '14b-organisation-refused');
  },

  async 'an administrator appoints, and a newcomer claims'(people, see) {
    const admin = await people.as('邓绮雯', DESKTOP);
    await admin.locator('#appoint').filter({ visible: true }).click();
    await admin.locator('#invite').click();
    await says(admin, '还差姓名');
    await see(admin, '16-invite-missing', { whole: true });
    await admin.locator('#name input').fill('潘家豪');
    await admin.locator('#title input').fill('组织部干事');
    await admin.getByRole('radio', { name: '专职' }).click();
    await admin.locator('#invite').click();
    await admin.locator('#invited').waitFor();
    await see(admin, '16a-invited', { whole: true });
    const link = await codeTextOf(admin);
    const phone = await people.as('邓绮雯');
    await phone.locator('#invitations').click();
    await phone.locator('[id^="invitation-"]').first().click();
    await says(phone, '换一个新链接');
    await see(phone, '16b-invitation');
    const newcomer = await people.as('一位新来的人');
    await newcomer.goto(link);
    await newcomer.locator('#claim').waitFor();
    await see(newcomer, '16c-claim', { whole: true });
    await newcomer.locator('#claim').click();
    await says(newcomer, '还差 100 位');
    const youth = await people.as('林晓彤');
    await youth.goto(link);
    await says(youth, '这份邀请用过了');
    await see(youth, '16d-claim-used');
  },

  async 'somebody asks for a post'(people, see) {
    const page = await people.as('岑乐怡');
    await page.locator('#tab-me').click();
    await page.locator('#apply').click();
    await page.locator('#send-application').click();
    await says(page, '还差团组织');
    await see(page, '17-apply-missing');
    await page.locator('#find-org input').fill('shishan');
    await page.locator('[id^="found-"]').first().waitFor();
    await see(page, '17a-apply-found');
    await page.locator('[id^="found-"]').first().click();
    await page.locator('#title input').fill('委员');
    await page.getByRole('radio', { name: '兼职' }).click();
    await page.locator('#send-application').click();
    await says(page, '申请送到了');
    await see(page, '17b-applied');
    const admin = await people.as('邓绮雯');
    await admin.locator('#tab-me').click();
    await admin.getByText('要办的事').filter({ visible: true }).click();
    await admin.locator('[id^="application-"]').first().waitFor();
    await see(admin, '17c-todo');
    await admin.locator('[id^="application-"]').first().click();
    await admin.locator('#approve').waitFor();
    await see(admin, '17d-answer');
    await admin.locator('#refuse').click();
    await admin.locator('#reason input').fill('名册上没有');
    await admin.locator('#send-refusal').click();
    await admin.locator('[id^="application-"]').waitFor({ state: 'detached' });
    await page.goto('/#/org/apply');
    await page.reload();
    await says(page, '这次没有通过');
    await see(page, '17e-refused');
  },

  async 'what an administrator settles'(people, see) {
    const page = await people.as('邓绮雯');
    await page.locator('#administrators').click();
    await says(page, '邀请管理员');
    await see(page, '18-administrators');
    await page.goto('/');
    await page.locator('#add-org').click();
    await page.locator('#save-names').waitFor();
    await see(page, '18a-new-org', { whole: true });
    await page.goto('/');
    await page.locator('#rename-org').click();
    await page.locator('#save-names').waitFor();
    await see(page, '18b-rename');
    await page.goto('/');
    await page.locator('[id^="cadre-"]').first().click();
    await says(page, '联系未成年人');
    await see(page, '18c-cadre');
    await page.locator('#end-post').click();
    await page.locator('#settle').waitFor();
    await see(page, '18d-end-post');
  },
} satisfies Record<string, Walk>;
