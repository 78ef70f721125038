import { TEMPLATES } from '../../local/host/functions';
import { bootMiniProgram, type MiniProgram } from '../support/mini';
import { aSiteWithContact, closes, saysToBeAt } from '../support/siteOf';

jest.setTimeout(60_000);

const minutes = (count: number) => count * 60_000;

let siteId: string;
let mini: MiniProgram;
beforeAll(async () => {
  const site = await aSiteWithContact('听潮青年驿站');
  siteId = site.siteId;
  mini = await bootMiniProgram(site.contact);
});
afterAll(async () => {
  await closes(siteId);
});

it('D4.2 the built mini-program: whoever only looks after a site is at its code in one tap, the screen as bright as it gets', async () => {
  await mini.tap(await mini.until(() => mini.byId(`own-site-${siteId}`), 'the home of a site’s contact'));
  await mini.until(() => mini.text().includes('请来到这里的团干部扫码'), 'the code');
  expect(mini.text()).toMatch(/\d+ 秒后换新，断网也能用 (9|10) 分钟/);
  await mini.until(() => mini.text().includes('屏幕已调亮，不会熄屏'), 'a bright screen');
  expect(mini.screen()).toEqual({ brightness: 1, staysOn: true });
});

it('D8.2 who says to have been here stands on the phone by itself, and counts with a tap', async () => {
  await saysToBeAt(siteId, 'mai-haoming');
  await mini.until(() => mini.text().includes('1 位待你确认'), 'the one who waits');
  expect(mini.text()).toContain('没有扫码');
  mini.answersOffers('accept');
  await mini.tap(mini.byId('remind-me'));
  await mini.until(() => mini.network.answered.some(({ op }) => op === 'account.allowMessage'), 'the reminder kept');
  expect(mini.offered()).toEqual([TEMPLATES.todo.id]);
  await mini.tap(mini.saying('确认来过'));
  await mini.until(() => !mini.text().includes('待你确认'), 'nobody who waits');
  expect(mini.text()).toContain('今天来过 1 位');
});

it('D4.2 without a network the code goes on for its ten minutes, and then says so', async () => {
  mini.network.off();
  const now = Date.now.bind(Date);
  const clock = jest.spyOn(Date, 'now');
  clock.mockImplementation(() => now() + minutes(4));
  await mini.until(() => /断网也能用 [456] 分钟/.test(mini.text()), 'what is left of the ten minutes');
  clock.mockImplementation(() => now() + minutes(11));
  await mini.until(() => mini.text().includes('码用完了'), 'the end of the codes');
  await mini.until(() => mini.text().includes('没有连上，连上网就有新的'), 'why there are no new ones');
  clock.mockRestore();
  mini.network.on();
  await mini.tap(mini.saying('再试一次'));
  await mini.until(() => mini.text().includes('秒后换新'), 'a new code');
});

it('the screen is as it was once the code is put away', async () => {
  mini.back();
  await mini.until(() => mini.byId('tab-me'), 'the home');
  await mini.until(() => !mini.screen().staysOn, 'a screen that may go dark');
  expect(mini.screen()).toEqual({ brightness: 0.4, staysOn: false });
});
