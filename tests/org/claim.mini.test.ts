import { uuidv7 } from 'uuidv7';
import { openidOf } from '../../local/demo/cast';
import { newOpenid } from '../support/crowd';
import { bootMiniProgram } from '../support/mini';
import { aSiteToLookAfter, closes } from '../support/siteOf';
import { askAs } from '../support/wx/door';

const administrator = openidOf('deng-qiwen');

jest.setTimeout(60_000);

interface Me {
  cadre: { name: string; title: string } | null;
}

/** An invitation of Foshan's administrator to Foshan. */
async function anInvitation(): Promise<{ link: string; code: string }> {
  const { org } = await askAs<{ org: { orgId: number } }>(administrator, 'org.overview', {});
  const post = {
    service: 'partTime',
    inEstablishment: false,
    leadership: false,
    title: '委员',
    from: '2026-01-01',
  };
  return askAs(administrator, 'org.invite', { orgId: org.orgId, name: '岑小满', post, requestId: uuidv7() });
}

it.each([
  ['a card’s path or a printed link', ({ link }: { link: string }) => `/home/index?q=${encodeURIComponent(link)}`],
  ['a 小程序码', ({ code }: { code: string }) => `/home/index?scene=${code}`],
])('D1.1 a newcomer comes by %s, reads what the roster says, claims, and is a cadre', async (_how, pathOf) => {
  const openid = newOpenid();
  const mini = await bootMiniProgram(openid, pathOf(await anInvitation()));
  await mini.until(() => mini.byId('claim'), 'the invitation');
  for (const told of ['岑小满，这是你吗', '委员', '兼职，不在编', '邓绮雯']) expect(mini.text()).toContain(told);
  await mini.tap(mini.byId('claim'));
  await mini.until(() => mini.byId('tab-today'), 'the home of a cadre');
  expect((await askAs<Me>(openid, 'org.me', {})).cadre).toMatchObject({ name: '岑小满', title: '委员' });
  mini.quit();
});

it('D4.1 a newcomer is invited to look after a site, claims, and is at its code in one tap', async () => {
  const { siteId, link } = await aSiteToLookAfter('听泉青年驿站');
  const mini = await bootMiniProgram(newOpenid(), `/home/index?q=${encodeURIComponent(link)}`);
  await mini.until(() => mini.byId('claim'), 'the invitation');
  for (const told of ['区静怡，这是你吗', '你就是这个地点的现场联系人', '听泉青年驿站', '谁邀请的', '邓绮雯'])
    expect(mini.text()).toContain(told);
  expect(mini.text()).not.toContain('职务');
  await mini.tap(mini.byId('claim'));
  await mini.tap(await mini.until(() => mini.byId(`own-site-${siteId}`), 'the home of a site’s contact'));
  await mini.until(() => mini.text().includes('请来到这里的团干部扫码'), 'the code');
  mini.quit();
  await closes(siteId);
});

it('D1.1 a newcomer asks for a post without an invitation, and takes it back', async () => {
  const mini = await bootMiniProgram(newOpenid());
  await mini.until(() => mini.byId('apply'), 'the welcome');
  await mini.tap(mini.byId('apply'));
  await mini.until(() => mini.byId('find-org'), 'the form');
  await mini.type('find-org', 'nanhai');
  await mini.tap(await mini.until(() => mini.saying('南海区团委'), 'the organisation'));
  await mini.until(() => mini.byId('chosen-org'), 'the chosen one');
  await mini.type('name', '岑小满');
  await mini.type('title', '委员');
  await mini.tap(mini.saying('兼职'));
  await mini.tap(mini.byId('send-application'));
  await mini.until(() => mini.byId('withdraw'), 'what became of it');
  await mini.tap(mini.byId('withdraw'));
  await mini.until(() => mini.byId('again'), 'the way to ask again');
  mini.quit();
});
