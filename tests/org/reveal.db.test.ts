import { sql } from 'kysely';
import type { MadeCadre, MadePerson } from '../factory';
import { call, FIELD_KEY } from '../support/house';
import { aWorld, type World } from '../support/world';

let world: World;
let cadre: MadeCadre;
let administrator: MadePerson;

beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());
beforeEach(async () => {
  const { factory, orgs } = world;
  cadre = factory.aCadre({ org: orgs.shishan, name: '何志远' });
  administrator = factory.anAdministrator({ org: orgs.foshan, name: '邓绮雯' });
  factory.aChannel(cadre, { kind: 'phone', circle: 'organisation', value: '13800138000' }, FIELD_KEY);
  factory.aChannel(cadre, { kind: 'wechat', circle: 'everybody', value: 'he-zhiyuan' }, FIELD_KEY);
  factory.aChannel(cadre, { kind: 'qq', circle: 'contacts', value: '100012345' }, FIELD_KEY);
  await factory.save();
});

const channelsOf = (who: MadePerson, postId = cadre.postId) => call(world.house, who, 'org.channelsOf', { postId });
const reveal = (who: MadePerson, kind: 'phone' | 'wechat' | 'qq', reason = '核对值班电话') =>
  call(world.house, who, 'org.revealChannel', { postId: cadre.postId, kind, reason });
const logged = async () => (await world.db.kysely.selectFrom('access_log').select('id').execute()).length;

describe('D9.7 an administrator and the channels of a cadre below', () => {
  it('sees masked what is for more than the own contacts; nothing of it is a look', async () => {
    const before = await logged();
    expect(await channelsOf(administrator)).toEqual({
      channels: [
        { kind: 'phone', circle: 'organisation', masked: '138****8000' },
        { kind: 'wechat', circle: 'everybody', masked: 'h****n' },
      ],
    });
    expect(await logged()).toBe(before);
  });

  it('D9.8 has one whole for a reason, and the cadre sees who looked, as what, and why', async () => {
    expect(await reveal(administrator, 'phone', '  核对值班电话 ')).toEqual({ value: '13800138000' });
    await reveal(administrator, 'phone');
    await reveal(administrator, 'phone', '节前联络');
    const { looks } = await call(world.house, cadre, 'privacy.looks', {});
    const seen = looks.map(({ who, capacity, look, reason, times }) => ({ who, capacity, look, reason, times }));
    const of = { who: '邓绮雯', capacity: '佛山市委管理员', look: 'reveal' };
    expect(seen).toEqual([
      { ...of, reason: '节前联络', times: 1 },
      { ...of, reason: '核对值班电话', times: 2 },
    ]);
    expect(JSON.stringify(seen)).not.toContain('13800138000');
  });

  it.each(['', ' ', '查', '字'.repeat(61)])('needs a reason that says something: "%s"', async (reason) => {
    const before = await logged();
    await expect(reveal(administrator, 'phone', reason)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(await logged()).toBe(before);
  });

  it('D2.4 never what is for the own contacts, or is not there', async () => {
    for (const kind of ['qq', 'qq'] as const) {
      await expect(reveal(administrator, kind)).rejects.toMatchObject({ code: 'CHANNEL_NOT_FOUND' });
    }
    await call(world.house, cadre, 'org.setChannels', {
      channels: [],
      requestId: '01990000-0000-7000-8000-000000000001',
    });
    expect(await channelsOf(administrator)).toEqual({ channels: [] });
    await expect(reveal(administrator, 'phone')).rejects.toMatchObject({ code: 'CHANNEL_NOT_FOUND' });
  });

  it('D2.4 not even an administrator whom the cadre holds as a youth', async () => {
    const youth = world.factory.aYouth({ person: administrator });
    world.factory.aContact({ cadre, youth });
    await world.factory.save();
    expect((await channelsOf(administrator)).channels.map(({ kind }) => kind)).toEqual(['phone', 'wechat']);
    await expect(reveal(administrator, 'qq')).rejects.toMatchObject({ code: 'CHANNEL_NOT_FOUND' });
  });

  it('D1.5, D10.4 nothing of a post that is over, beside, or does not exist', async () => {
    const beside = world.factory.anAdministrator({ org: world.orgs.guangzhou });
    await world.factory.save();
    const OUT = { code: 'OUT_OF_SCOPE' };
    await expect(channelsOf(beside)).rejects.toMatchObject(OUT);
    await expect(reveal(beside, 'phone')).rejects.toMatchObject(OUT);
    await expect(channelsOf(administrator, '01990000-0000-7000-8000-000000000001')).rejects.toMatchObject(OUT);
    await sql`update post set until_day = current_date where id = ${cadre.postId}`.execute(world.db.kysely);
    await expect(channelsOf(administrator)).rejects.toMatchObject(OUT);
    await expect(reveal(administrator, 'phone')).rejects.toMatchObject(OUT);
  });
});

it('D9.8 the table takes no reveal without a reason, and no reason for another look', async () => {
  const write = (look: string, reason: string | null) =>
    sql`insert into access_log (viewer_id, viewer_name, capacity, subject_id, look, reason, at)
      values (${administrator.personId}, '', '', ${cadre.personId}, ${look}, ${reason}, now())`.execute(
      world.db.kysely,
    );
  await expect(write('reveal', null)).rejects.toMatchObject({ code: '23514' });
  await expect(write('details', '核对')).rejects.toMatchObject({ code: '23514' });
  await expect(write('reveal', '查')).rejects.toMatchObject({ code: '23514' });
});
