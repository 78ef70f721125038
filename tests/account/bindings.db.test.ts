import { byAccount, byToken } from '../../cloudfunctions/api/doors/identity';
import { httpDoor } from '../../cloudfunctions/api/doors/http';
import { wxDoor } from '../../cloudfunctions/api/doors/wx';
import { mintSession } from '../../local/chooser/mint';
import { APP_ID, type MadePerson } from '../factory';
import { allAtOnce, outcomes } from '../support/barrier';
import { call, newcomer, nobody, rid } from '../support/house';
import { aWeixin, type Weixin } from '../support/weixin';
import { aWorld, type World } from '../support/world';
import { entry } from '../org/registering';
import { anAsking, asked, aNewOpenid, approveOnly, candidatesFor, waitingFor } from './asking';
import { aDesktop, askOn } from './desktop';
import { NOTICE } from '../support/notice';

let world: World;
let weixin: Weixin;
let admin: MadePerson;
let cityAdmin: MadePerson;
let siblingAdmin: MadePerson;

beforeAll(async () => {
  world = await aWorld();
  weixin = await aWeixin(world.house.settings.APP_WX_SECRET);
  Object.assign(world.house.settings, weixin.settings);
  const { factory, orgs } = world;
  admin = factory.anAdministrator({ org: orgs.nanhai });
  cityAdmin = factory.anAdministrator({ org: orgs.foshan });
  siblingAdmin = factory.anAdministrator({ org: orgs.chancheng });
  await factory.save();
});
afterAll(async () => {
  await world.end();
  await weixin.end();
});

const account = (openid: string) => ({ appId: APP_ID, openid });
const rowOf = (name: string) =>
  world.db.kysely.selectFrom('binding').selectAll().where('name', '=', name).executeTakeFirst();

async function anAsked(name: string, more: object = {}) {
  const { openid } = await anAsking(world, name, world.orgs.nanhai, more);
  const asked = await waitingFor(world, admin, name);
  return { openid, bindingId: asked?.bindingId ?? '' };
}

describe('C7 a new WeChat account', () => {
  it('is bound to the person; the old one is nobody’s, and all that it had signed in is dead', async () => {
    const cadre = world.factory.aCadre({ org: world.orgs.shishan, name: '罗子健', title: '副书记' });
    await world.factory.save();
    const old = await mintSession(world.ownerUrl, cadre.personId);
    const before = await byAccount(world.house, account(cadre.openid));
    const approved = await askOn(aDesktop(world));
    await call(world.house, before, 'account.approveSignIn', { text: approved.text, requestId: rid() });

    const { openid, bindingId } = await anAsked('罗子健', { note: '换了手机' });
    expect(await call(world.house, newcomer(openid), 'account.binding', {})).toMatchObject({
      binding: { state: 'waiting', orgName: '南海区团委', reason: null },
    });
    expect(await candidatesFor(world, admin, bindingId)).toMatchObject([
      { post: { orgName: '狮山镇团委', title: '副书记' }, youth: null, holder: null, bornAsSaid: null },
    ]);
    await approveOnly(world, admin, bindingId);

    expect(await byAccount(world.house, account(openid))).toMatchObject({ kind: 'person', personId: cadre.personId });
    expect(await byAccount(world.house, account(cadre.openid))).toMatchObject({ kind: 'newcomer' });
    expect(await byToken(world.house, old.token, new Date())).toEqual({ kind: 'nobody' });
    await expect(call(world.house, nobody, 'account.finishSignIn', { secret: approved.secret })).rejects.toMatchObject({
      code: 'SIGN_IN_REFUSED',
    });
    const open = await askOn(aDesktop(world));
    await expect(
      call(world.house, before, 'account.approveSignIn', { text: open.text, requestId: rid() }),
    ).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    const [former] = await world.db.kysely.selectFrom('former_account').selectAll().execute();
    expect(former).toMatchObject({ openid: cadre.openid, person_id: cadre.personId, approved_by: admin.personId });
  });

  it('D8.1 what waited on the old phone is refused', async () => {
    const cadre = world.factory.aCadre({ org: world.orgs.nanhai, name: '骆嘉澍' });
    await world.factory.save();
    const { token } = await mintSession(world.ownerUrl, cadre.personId);
    const { bindingId } = await anAsked('骆嘉澍');
    await approveOnly(world, admin, bindingId);
    const input = { channels: [], requestId: rid() };
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'x-sender': cadre.personId,
    };
    const event = { path: '/api/org/setChannels', httpMethod: 'POST', headers, body: JSON.stringify(input) };
    expect((await httpDoor(world.house, event, new Date())).statusCode).toBe(401);
    const env = { WX_APPID: APP_ID, WX_OPENID: cadre.openid };
    const said = { op: 'org.setChannels', input, sender: cadre.personId };
    expect(await wxDoor(world.house, said, env, new Date())).toMatchObject({ error: { code: 'SENDER_CHANGED' } });
  });

  it('D9.6 what the asker said is gone with the answer, whichever it is', async () => {
    const { openid, bindingId } = await anAsked('无此人', { note: '一句话', born: { birthYear: 2001, birthMonth: 2 } });
    expect(await rowOf('无此人')).toMatchObject({ note: '一句话', birth_month: '2001-02-01' });
    expect(JSON.stringify(await rowOf('无此人'))).not.toContain(openid);
    await call(world.house, admin, 'account.refuseBinding', { bindingId, reason: '请到团委来', requestId: rid() });
    const row = await world.db.kysely
      .selectFrom('binding')
      .selectAll()
      .where('id', '=', bindingId)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ name: null, note: null, birth_month: null, sealed_account: null });
    expect(row).toMatchObject({ answer: 'refused', answered_by: admin.personId });
    expect(await call(world.house, newcomer(openid), 'account.binding', {})).toMatchObject({
      binding: { state: 'refused', reason: '请到团委来' },
    });
    await call(world.house, newcomer(openid), 'account.askBinding', asked('无此人', world.orgs.nanhai.id));
    expect((await call(world.house, newcomer(openid), 'account.binding', {})).binding?.state).toBe('waiting');
  });

  it('D9.4 the answer is due ten days later', async () => {
    const now = new Date('2026-11-26T10:00:00Z');
    const openid = aNewOpenid();
    const input = asked('到期', world.orgs.nanhai.id);
    expect(await call(world.house, newcomer(openid), 'account.askBinding', input, { now })).toEqual({
      dueOn: '2026-12-06',
    });
    expect(await waitingFor(world, admin, '到期')).toMatchObject({ askedOn: '2026-11-26', dueOn: '2026-12-06' });
  });
});

describe('D1.5 who judges, and about whom', () => {
  it('administrators of the organisation and above see the asking; beside, nobody', async () => {
    const { bindingId } = await anAsked('只给南海看');
    expect(await waitingFor(world, cityAdmin, '只给南海看')).toBeDefined();
    expect(await waitingFor(world, siblingAdmin, '只给南海看')).toBeUndefined();
    for (const [op, more] of [
      ['account.candidates', {}],
      ['account.approveBinding', { candidate: 'x', requestId: rid() }],
      ['account.refuseBinding', { reason: '不', requestId: rid() }],
    ] as const) {
      await expect(call(world.house, siblingAdmin, op, { bindingId, ...more })).rejects.toMatchObject({
        code: 'BINDING_NOT_FOUND',
      });
    }
  });

  it('C7 candidates: cadres of the name in scope and youths held there, nobody beside or above, never oneself', async () => {
    const { factory, orgs } = world;
    const name = '陈思远';
    const inScope = factory.aCadre({ org: orgs.shishan, name, title: '书记' });
    factory.aCadre({ org: orgs.chancheng, name });
    factory.aCadre({ org: orgs.nanhai, name, from: '2024-01-01', until: '2026-01-01' });
    const holder = factory.aCadre({ org: orgs.nanhai, name: '何志远' });
    const held = factory.aYouth({ name, birthMonth: '2003-05-01', field: 'school', unit: '佛山市石门中学' });
    factory.aContact({ cadre: holder, youth: held });
    factory.aYouth({ name });
    const elsewhere = factory.aYouth({ name });
    factory.aContact({ cadre: factory.aCadre({ org: orgs.chancheng }), youth: elsewhere });
    const above = factory.aYouth({ name });
    factory.aContact({ cadre: holder, youth: above });
    factory.anAdministrator({ org: orgs.foshan, person: above });
    const oneself = factory.anAdministrator({ org: orgs.nanhai, name });
    await factory.save();
    const { bindingId } = await anAsked(name, { born: { birthYear: 2003, birthMonth: 5 } });

    const seen = await candidatesFor(world, oneself, bindingId);
    expect(seen.map(({ post, youth, holder, bornAsSaid }) => ({ post, youth, holder, bornAsSaid }))).toEqual([
      { post: { orgName: '狮山镇团委', title: '书记' }, youth: null, holder: null, bornAsSaid: null },
      {
        post: null,
        youth: { field: 'school', unit: '佛山…学' },
        holder: { name: '何志远', orgName: '南海区团委' },
        bornAsSaid: true,
      },
    ]);
    const text = JSON.stringify(seen);
    for (const hidden of [inScope.personId, held.personId, '2003-05']) expect(text).not.toContain(hidden);
    const looks = await world.db.kysely
      .selectFrom('access_log')
      .selectAll()
      .where('viewer_id', '=', oneself.personId)
      .execute();
    expect(looks.map(({ subject_id }) => subject_id).sort()).toEqual([inScope.personId, held.personId].sort());
  });

  it('BINDING_OTHER_PERSON whoever is not among them is not chosen, nor one from another asking', async () => {
    const cadre = world.factory.aCadre({ org: world.orgs.nanhai, name: '同名甲' });
    await world.factory.save();
    const first = await anAsked('同名甲');
    const other = await anAsked('同名乙');
    const [candidate] = await candidatesFor(world, admin, first.bindingId);
    for (const [bindingId, chosen] of [
      [other.bindingId, candidate?.candidate ?? ''],
      [first.bindingId, cadre.personId],
    ] as const) {
      await expect(
        call(world.house, admin, 'account.approveBinding', { bindingId, candidate: chosen, requestId: rid() }),
      ).rejects.toMatchObject({ code: 'BINDING_OTHER_PERSON' });
    }
    expect(await byAccount(world.house, account(cadre.openid))).toMatchObject({ kind: 'person' });
  });
});

describe('C7 two people are never made one', () => {
  it('BINDING_NOT_NEEDED an account that has a person does not ask', async () => {
    const youth = world.factory.aYouth();
    await world.factory.save();
    const input = asked('岑乐怡', world.orgs.nanhai.id);
    await expect(call(world.house, youth, 'account.askBinding', input)).rejects.toMatchObject({
      code: 'BINDING_NOT_NEEDED',
    });
  });

  it('BINDING_ASKER_KNOWN who registers while it waits is somebody, and stays that one', async () => {
    const cadre = world.factory.aCadre({ org: world.orgs.nanhai, name: '先登记了' });
    await world.factory.save();
    const { openid, bindingId } = await anAsked('先登记了');
    await call(world.house, newcomer(openid), 'org.register', entry({ name: '先登记了' }));
    await expect(approveOnly(world, admin, bindingId)).rejects.toMatchObject({ code: 'BINDING_ASKER_KNOWN' });
    expect(await byAccount(world.house, account(cadre.openid))).toMatchObject({ personId: cadre.personId });
    expect((await rowOf('先登记了'))?.answer).toBeNull();
  });
});

describe('D9.6 an asking is taken back', () => {
  const takeBack = (openid: string) =>
    call(world.house, newcomer(openid), 'account.withdrawBinding', { requestId: rid() });

  it('and nothing of it stays; there may be another', async () => {
    const { openid } = await anAsked('不找了');
    await takeBack(openid);
    expect(await rowOf('不找了')).toBeUndefined();
    expect(await call(world.house, newcomer(openid), 'account.binding', {})).toEqual({ binding: null });
    await expect(takeBack(openid)).rejects.toMatchObject({ code: 'BINDING_NOT_WAITING' });
    await call(world.house, newcomer(openid), 'account.askBinding', asked('不找了', world.orgs.nanhai.id));
  });

  it('by nobody else, and not after the answer', async () => {
    const { openid, bindingId } = await anAsked('还在等');
    await expect(takeBack(aNewOpenid())).rejects.toMatchObject({ code: 'BINDING_NOT_WAITING' });
    expect(await rowOf('还在等')).toBeDefined();
    await call(world.house, admin, 'account.refuseBinding', { bindingId, reason: '不', requestId: rid() });
    await expect(takeBack(openid)).rejects.toMatchObject({ code: 'BINDING_NOT_WAITING' });
    expect((await call(world.house, newcomer(openid), 'account.binding', {})).binding?.state).toBe('refused');
  });

  it('while it is being answered: either, not both', async () => {
    for (let round = 0; round < 10; round++) {
      const { openid, bindingId } = await anAsked(`同时${'一二三四五六七八九十'[round]}`);
      const results = await allAtOnce<unknown>(
        world,
        [
          () => takeBack(openid),
          () => call(world.house, admin, 'account.refuseBinding', { bindingId, reason: '不', requestId: rid() }),
        ],
        'binding',
      );
      expect([
        ['BINDING_NOT_WAITING', 'ok'],
        ['BINDING_NOT_FOUND', 'ok'],
      ]).toContainEqual(outcomes(results));
    }
  });
});

describe('what is refused', () => {
  it('BINDING_WAITS one asking at a time; the same request again is the same', async () => {
    const openid = aNewOpenid();
    const input = asked('问两次', world.orgs.nanhai.id);
    const first = await call(world.house, newcomer(openid), 'account.askBinding', input);
    expect(await call(world.house, newcomer(openid), 'account.askBinding', input)).toEqual(first);
    await expect(
      call(world.house, newcomer(openid), 'account.askBinding', { ...input, requestId: rid() }),
    ).rejects.toMatchObject({ code: 'BINDING_WAITS' });
    await call(world.house, newcomer(aNewOpenid()), 'account.askBinding', input);
  });

  it('NOTICE_OUTDATED, D9.1 nothing is kept of who has not read what holds', async () => {
    for (const noticeVersion of [NOTICE - 1, NOTICE + 1])
      await expect(
        call(
          world.house,
          newcomer(aNewOpenid()),
          'account.askBinding',
          asked('没看告知', world.orgs.nanhai.id, { noticeVersion }),
        ),
      ).rejects.toMatchObject({ code: 'NOTICE_OUTDATED' });
    expect(await rowOf('没看告知')).toBeUndefined();
  });

  it('ORG_NOT_FOUND an organisation that there is not', async () => {
    const input = asked('岑乐怡', 999_999);
    await expect(call(world.house, newcomer(aNewOpenid()), 'account.askBinding', input)).rejects.toMatchObject({
      code: 'ORG_NOT_FOUND',
    });
  });

  it('BINDING_ANSWERED what has been answered is answered no more', async () => {
    const { bindingId } = await anAsked('答过了');
    await call(world.house, admin, 'account.refuseBinding', { bindingId, reason: '不', requestId: rid() });
    for (const [op, more] of [
      ['account.candidates', {}],
      ['account.approveBinding', { candidate: 'x', requestId: rid() }],
      ['account.refuseBinding', { reason: '不', requestId: rid() }],
    ] as const) {
      await expect(call(world.house, cityAdmin, op, { bindingId, ...more })).rejects.toMatchObject({
        code: 'BINDING_ANSWERED',
      });
    }
  });
});

it('askings come a page at a time, the oldest first', async () => {
  const asked: string[] = [];
  for (let i = 0; i < 33; i++) {
    const name = `排队${'甲乙丙丁戊己庚辛壬癸'[Math.floor(i / 10)]}${'甲乙丙丁戊己庚辛壬癸'[i % 10]}`;
    asked.push(name);
    await anAsking(world, name, world.orgs.guangzhou);
  }
  const provincial = world.factory.anAdministrator({ org: world.orgs.guangzhou });
  await world.factory.save();
  const first = await call(world.house, provincial, 'account.bindings', {});
  const second = await call(world.house, provincial, 'account.bindings', { cursor: first.next ?? '' });
  expect([first.items.length, second.items.length, second.next]).toEqual([30, 3, null]);
  expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(asked);
});
