import { Pool } from 'pg';
import { daysAfter } from '../../cloudfunctions/api/kernel/calendar';
import type { MadeCadre, MadePerson } from '../factory';
import { call, rid } from '../support/house';
import { allow, messagesOf, offering } from '../account/allowing';
import { allAtOnce, outcomes } from '../support/barrier';
import { answers, asks, cancels, inAWorld, NOW, stateOf, TODAY, world } from './weeks';

inAWorld();

let cadre: MadeCadre;
let administrator: MadePerson;

beforeEach(async () => {
  cadre = world.factory.aCadre({ org: world.orgs.nanhai });
  administrator = world.factory.anAdministrator({ org: world.orgs.nanhai });
  await world.factory.save();
});

const own = async (who = cadre, cursor?: string) =>
  call(world.house, who, 'grassrootsDay.leaves', { ...(cursor && { cursor }) }, { now: NOW });
const waiting = async (who: MadePerson, orgId = world.orgs.nanhai.id, cursor?: string) =>
  call(world.house, who, 'grassrootsDay.askedLeaves', { orgId, ...(cursor && { cursor }) }, { now: NOW });

describe('C17 leave', () => {
  it('is asked for, answered, and told with the reason', async () => {
    const first = await asks(cadre, '2026-11-02', '2026-11-06');
    const second = await asks(cadre, '2026-12-01');
    expect((await waiting(administrator)).items.slice(-2)).toMatchObject([
      {
        leaveId: first,
        cadreName: cadre.name,
        orgName: '南海区团委',
        from: '2026-11-02',
        until: '2026-11-06',
        state: 'asked',
      },
      { leaveId: second, from: '2026-12-01', until: '2026-12-01' },
    ]);
    await answers(administrator, first);
    await answers(administrator, second, false, '那天有全省的会');
    expect((await own()).items).toMatchObject([
      { leaveId: second, state: 'refused', reason: '那天有全省的会' },
      { leaveId: first, state: 'approved', reason: null },
    ]);
    expect((await waiting(administrator)).items.filter(({ cadreName }) => cadreName === cadre.name)).toEqual([]);
  });

  it('D9.4 whoever has allowed it is told that it was answered, and nothing of it', async () => {
    offering(world);
    await allow(world.house, cadre);
    const leaveId = await asks(cadre, '2026-12-01');
    await answers(administrator, leaveId, false);
    expect(await messagesOf(world, cadre)).toMatchObject([{ about: 'leave', subject: leaveId, outcome: null }]);
    await cancels(cadre, await asks(cadre, '2026-12-02'));
    expect(await messagesOf(world, cadre)).toHaveLength(1);
  });

  it('never holds a day twice, whether asked for or approved; what is refused or taken back frees its days', async () => {
    const first = await asks(cadre, '2026-12-01', '2026-12-03');
    await expect(asks(cadre, '2026-12-03', '2026-12-04')).rejects.toMatchObject({
      code: 'LEAVE_OVERLAPS',
      data: { rule: 'D4.3', from: '2026-12-01', until: '2026-12-03' },
    });
    await answers(administrator, first);
    await expect(asks(cadre, '2026-11-30', '2026-12-31')).rejects.toMatchObject({ code: 'LEAVE_OVERLAPS' });
    await cancels(cadre, first);
    const second = await asks(cadre, '2026-12-03', '2026-12-04');
    await answers(administrator, second, false);
    expect(await stateOf(await asks(cadre, '2026-12-04'))).toBe('asked');
    await expect(asks(cadre, daysAfter(TODAY, -93))).rejects.toMatchObject({ code: 'DAY_OUT_OF_RANGE' });
  });

  it('C4 asked for twice with one request is one, and cannot be taken back twice', async () => {
    const input = { from: '2026-12-01', until: '2026-12-02', requestId: rid() };
    const ask = () => call(world.house, cadre, 'grassrootsDay.askLeave', input, { now: NOW });
    const { leaveId } = await ask();
    expect(await ask()).toEqual({ leaveId });
    expect((await own()).items).toHaveLength(1);
    await cancels(cadre, leaveId);
    await expect(cancels(cadre, leaveId)).rejects.toMatchObject({ code: 'LEAVE_OVER' });
    await expect(answers(administrator, leaveId)).rejects.toMatchObject({ code: 'LEAVE_ANSWERED' });
  });

  it('comes by pages, one’s own with the latest first, those that wait with the oldest first', async () => {
    const org = await world.factory.anOrg({
      parent: world.orgs.foshan,
      level: 'county',
      name: '三水区团委',
      leadingOrgan: true,
    });
    const [many, by] = [world.factory.aCadre({ org }), world.factory.anAdministrator({ org })];
    await world.factory.save();
    const made: string[] = [];
    for (let n = 0; n < 35; n += 1) made.push(await asks(many, daysAfter('2026-12-01', n)));
    const first = await own(many);
    const rest = await own(many, first.next ?? '');
    expect([...first.items, ...rest.items].map(({ leaveId }) => leaveId)).toEqual([...made].reverse());
    expect([first.items.length, rest.next]).toEqual([30, null]);
    const asked = await waiting(by, org.id);
    const more = await waiting(by, org.id, asked.next ?? '');
    expect([...asked.items, ...more.items].map(({ leaveId }) => leaveId)).toEqual(made);
  });
});

describe('D1.5 whose leave it is to answer', () => {
  it('an administrator of the cadre’s organisation or above; nobody beside, below, and no stranger', async () => {
    const { factory, orgs } = world;
    const [above, beside, below] = [
      factory.anAdministrator({ org: orgs.foshan }),
      factory.anAdministrator({ org: orgs.chancheng }),
      factory.anAdministrator({ org: orgs.shishan }),
    ];
    const colleague = factory.aCadre({ org: orgs.nanhai });
    await factory.save();
    const leaveId = await asks(cadre, '2026-12-01');
    for (const who of [beside, below]) {
      await expect(answers(who, leaveId)).rejects.toMatchObject({ code: 'LEAVE_NOT_FOUND' });
      await expect(waiting(who)).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
      expect((await waiting(who, who === beside ? orgs.chancheng.id : orgs.shishan.id)).items).toEqual([]);
    }
    await expect(answers(colleague, leaveId)).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
    await expect(cancels(colleague, leaveId)).rejects.toMatchObject({ code: 'LEAVE_NOT_FOUND' });
    await expect(cancels(administrator, leaveId)).rejects.toMatchObject({ code: 'LEAVE_NOT_FOUND' });
    const first = await waiting(above, orgs.foshan.id);
    const rest = first.next ? await waiting(above, orgs.foshan.id, first.next) : first;
    expect([...first.items, ...rest.items].map((item) => item.leaveId)).toContain(leaveId);
    await answers(above, leaveId);
    expect(await stateOf(leaveId)).toBe('approved');
  });

  it('never one’s own, though one administers', async () => {
    const self = world.factory.anAdministrator({ org: world.orgs.nanhai, person: cadre });
    await world.factory.save();
    const leaveId = await asks(cadre, '2026-12-01');
    await expect(answers(self, leaveId)).rejects.toMatchObject({ code: 'LEAVE_OWN' });
    expect(await stateOf(leaveId)).toBe('asked');
    const listed = async (who: MadePerson) => (await waiting(who)).items.map((item) => item.leaveId);
    expect([await listed(self), await listed(administrator)].map((ids) => ids.includes(leaveId))).toEqual([
      false,
      true,
    ]);
  });

  it('a former cadre asks for none and takes back what is asked for; one who has left is not answered', async () => {
    const leaveId = await asks(cadre, '2026-12-01');
    const { kysely } = world.db;
    await kysely.updateTable('post').set({ until_day: '2026-11-20' }).where('id', '=', cadre.postId).execute();
    await expect(asks(cadre, '2026-12-05')).rejects.toMatchObject({ code: 'NOT_A_CADRE' });
    await cancels(cadre, leaveId);
    const other = world.factory.aCadre({ org: world.orgs.nanhai });
    await world.factory.save();
    const left = await asks(other, '2026-12-01');
    await kysely.updateTable('person').set({ closed_at: NOW }).where('id', '=', other.personId).execute();
    await expect(answers(administrator, left)).rejects.toMatchObject({ code: 'LEAVE_NOT_FOUND' });
    expect((await waiting(administrator)).items.map((item) => item.leaveId)).not.toContain(left);
  });
});

describe('C4 at once', () => {
  const all = (calls: (() => Promise<unknown>)[]) => allAtOnce(world, calls, 'leave');

  it('two answers: one stands, the other is told', async () => {
    const above = world.factory.anAdministrator({ org: world.orgs.foshan });
    await world.factory.save();
    const leaveId = await asks(cadre, '2026-12-01');
    const results = await all([() => answers(administrator, leaveId), () => answers(above, leaveId, false)]);
    expect(outcomes(results)).toEqual(['LEAVE_ANSWERED', 'ok']);
    expect(await stateOf(leaveId)).toBe(results[0]?.status === 'fulfilled' ? 'approved' : 'refused');
  });

  it('taken back while it is approved: it is cancelled whichever came first', async () => {
    const leaveId = await asks(cadre, '2026-12-01');
    const results = await all([() => cancels(cadre, leaveId), () => answers(administrator, leaveId)]);
    expect(results[0]?.status).toBe('fulfilled');
    expect(['LEAVE_ANSWERED,ok', 'ok,ok']).toContain(outcomes(results).join());
    expect(await stateOf(leaveId)).toBe('cancelled');
  });

  it('two that overlap: one is asked for', async () => {
    const results = await all([
      () => asks(cadre, '2026-12-01', '2026-12-04'),
      () => asks(cadre, '2026-12-04', '2026-12-08'),
    ]);
    expect(outcomes(results)).toEqual(['LEAVE_OVERLAPS', 'ok']);
    expect((await own()).items).toHaveLength(1);
  });
});

describe('D9.4, D9.5 what is kept of leave', () => {
  it('the copy of one’s record has it, with what was said to it', async () => {
    const leaveId = await asks(cadre, '2026-12-01', '2026-12-02');
    await answers(administrator, leaveId, false, '那几天有会');
    const { person } = await call(world.house, cadre, 'privacy.copy', {}, { now: NOW });
    expect(person?.leaves).toEqual([
      { from: '2026-12-01', until: '2026-12-02', state: 'refused', on: TODAY, reason: '那几天有会' },
    ]);
  });

  it('what was said goes with the person, and the days stay', async () => {
    const leaveId = await asks(cadre, '2026-12-01');
    await answers(administrator, leaveId, false, '那几天有会');
    const { db } = world;
    await db.pool.query(`select erase_people(array(select ctid from person where id = $1))`, [cadre.personId]);
    const { rows } = await db.pool.query('select from_day, reason, state from leave where id = $1', [leaveId]);
    expect(rows).toEqual([{ from_day: '2026-12-01', reason: null, state: 'refused' }]);
    const { rows: people } = await db.pool.query('select name from person where id = $1', [cadre.personId]);
    expect(people).toEqual([{ name: '' }]);
  });

  it('the database lets nobody see or answer another’s, whatever is asked', async () => {
    const leaveId = await asks(cadre, '2026-12-01');
    const stranger = world.factory.anAdministrator({ org: world.orgs.chancheng });
    const self = world.factory.anAdministrator({ org: world.orgs.nanhai, person: cadre });
    await world.factory.save();
    const api = new Pool({ connectionString: world.apiUrl, max: 1 });
    const does = async (who: MadePerson, text: string): Promise<number | string> => {
      await api.query('begin');
      await api.query(`select set_config('app.person', $1, true), set_config('app.day', $2, true)`, [
        who.personId,
        TODAY,
      ]);
      const done = await api.query(text).then(
        ({ rowCount }) => rowCount ?? 0,
        (error: unknown) => (error as { code: string }).code,
      );
      await api.query('rollback');
      return done;
    };
    const approve = (by: MadePerson) =>
      `update leave set state = 'approved', answered_by = '${by.personId}', answered_at = now() where id = '${leaveId}'`;
    try {
      expect(await does(stranger, `select from leave where id = '${leaveId}'`)).toBe(0);
      expect(await does(stranger, approve(stranger))).toBe(0);
      expect(await does(self, approve(self))).toBe('42501');
      expect(await does(administrator, approve(stranger))).toBe('42501');
      expect(await does(administrator, `update leave set state = 'cancelled', cancelled_at = now()`)).toBe('42501');
      expect(await does(administrator, `update leave set from_day = '2026-01-01'`)).toBe('42501');
      expect(await does(administrator, approve(administrator))).toBe(1);
    } finally {
      await api.end();
    }
  });
});
