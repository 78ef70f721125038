import { setTimeout as sleep } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { openidOf } from '../../local/demo/cast';
import { TEMPLATES } from '../../local/host/functions';
import { newOpenid } from '../support/crowd';
import { bootMiniProgram, type MiniProgram } from '../support/mini';
import { standIn } from '../support/stand-in';
import { askAs, pageAt, post } from '../support/wx/door';

const administrator = openidOf('deng-qiwen');
const SENT = '你提的事有答复了，点开看看';

jest.setTimeout(60_000);

/** A newcomer fills in who they are in Nanhai, and sends it. */
async function applies(mini: MiniProgram, title: string): Promise<void> {
  await mini.until(() => mini.byId('apply'), 'the welcome');
  await mini.tap(mini.byId('apply'));
  await mini.until(() => mini.byId('find-org'), 'the form');
  await mini.type('find-org', 'nanhai');
  await mini.tap(await mini.until(() => mini.saying('南海区团委'), 'the organisation'));
  await mini.until(() => mini.byId('chosen-org'), 'the chosen one');
  await mini.type('name', '岑小满');
  await mini.type('title', title);
  await mini.tap(mini.saying('兼职'));
  await mini.tap(mini.byId('send-application'));
  await mini.until(() => mini.byId('withdraw'), 'what became of it');
}

async function refuses(title: string): Promise<void> {
  type Open = { items: { applicationId: string; title: string }[] };
  const { items } = await askAs<Open>(administrator, 'org.applications', {});
  const applicationId = items.find((item) => item.title === title)?.applicationId;
  await askAs(administrator, 'org.refuseApplication', { applicationId, reason: '请先联系我们', requestId: uuidv7() });
}

/** The timer comes, and then WeChat shows what it has delivered, and the lines of what it was asked. */
async function afterTheTimer(): Promise<{ delivered: string; asked: string[] }> {
  await post({ url: `${standIn().url}/local/clock`, data: {} });
  const [, page = ''] = (await pageAt('/local/weixin')).split('送出的订阅消息');
  const [delivered = '', asked = ''] = page.split('问过微信的');
  return { delivered, asked: asked.split('<tr>') };
}

it('the built mini-program offers to tell; allowed, the answer comes as a message', async () => {
  const openid = newOpenid();
  const mini = await bootMiniProgram(openid);
  mini.answersOffers('accept');
  await applies(mini, '宣传委员');
  expect(mini.offered()).toEqual([TEMPLATES.answer.id]);
  await mini.until(
    () => mini.network.answered.some(({ op }) => op === 'account.allowMessage'),
    'the acceptance to be kept',
  );
  await refuses('宣传委员');
  let { delivered } = await afterTheTimer();
  // The minute’s own firing may be at it.
  for (let times = 0; !delivered.includes(openid) && times < 20; times++) {
    await sleep(200);
    ({ delivered } = await afterTheTimer());
  }
  expect(delivered).toContain(openid);
  expect(delivered).toContain(SENT);
  expect(delivered).toContain('org/apply');
  mini.quit();
});

it.each([
  ['says no', 'reject'],
  ['has switched messages off altogether', null],
] as const)('who %s asks none the less, and no message comes', async (_how, answer) => {
  const openid = newOpenid();
  const mini = await bootMiniProgram(openid);
  mini.answersOffers(answer);
  const title = answer ? '文体委员' : '组织委员';
  await applies(mini, title);
  expect(mini.offered()).toHaveLength(1);
  await refuses(title);
  const { delivered, asked } = await afterTheTimer();
  expect(delivered).not.toContain(openid);
  expect(asked.filter((line) => line.includes('subscribe/send') && line.includes(openid))).toEqual([]);
  expect(mini.network.arrived.filter(({ op }) => op === 'account.allowMessage')).toEqual([]);
  mini.quit();
});
