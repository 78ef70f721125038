import { policy } from '../../config/policy';
import type { Copied } from '../../types/privacy';
import { mintSession } from '../../local/chooser/mint';
import { allow, answered, offering } from '../account/allowing';
import { sectionsOf } from '../../src/privacy/copiedHtml';
import type { MadePerson } from '../factory';
import { saying } from '../contactLog/logging';
import { call, FIELD_KEY, inWeixin, rid } from '../support/house';
import { anApplication } from '../org/inviting';
import { aCast, does, inAWorld, weixin, world } from './people';

inAWorld();

const MOST_BYTES = 1_000_000;

async function wholeCopy(who: MadePerson): Promise<{ pages: number; bytes: number; copied: Copied }> {
  const first = await call(world.house, who, 'privacy.copy', {});
  const copied: Copied = first;
  let [pages, bytes, next] = [1, JSON.stringify(first).length, first.next];
  while (next) {
    const more = await call(world.house, who, 'privacy.copy', { cursor: next });
    for (const list of ['holders', 'held', 'looks', 'logs', 'wrote', 'days', 'corrections', 'concerns'] as const)
      (copied[list] as unknown[]).push(...more[list]);
    bytes = Math.max(bytes, Buffer.byteLength(JSON.stringify(more)));
    [pages, next] = [pages + 1, more.next];
  }
  return { pages, bytes, copied };
}

describe('D9.4 a copy of all that is held', () => {
  it('on a youth: data, history, consents, contacts with dates, looks, blocks, requests and answers', async () => {
    const { youth, cadre, contact, nanhai } = await aCast({ name: '林晓彤', unit: '佛山理工' });
    await call(world.house, cadre, 'contact.youth', { contactId: contact.contactId });
    await does(youth, 'correct', { field: 'rural', unit: '罗村' });
    const { id } = await does(youth, 'askName', { name: '林晓桐' });
    await does(nanhai, 'answerCorrection', { correctionId: id, refusal: '请带证件来' });
    await does(youth, 'reportConcern', { contactId: contact.contactId, text: '不回消息', block: true });
    const { copied } = await wholeCopy(youth);
    expect(copied.person).toMatchObject({
      name: '林晓彤',
      accounts: [youth.openid],
      youth: { birthMonth: youth.birthMonth.slice(0, 7), field: 'rural', unit: '罗村' },
      fields: [{ field: 'rural' }],
      consents: [{ version: 1, withdrawnOn: null }],
      posts: [],
      blocked: [{ name: cadre.name }],
    });
    expect(copied.holders).toMatchObject([{ cadre: cadre.name, endedBy: 'left', until: expect.any(String) as string }]);
    expect(copied.looks).toMatchObject([{ who: cadre.name, look: 'details' }]);
    expect(copied.corrections).toMatchObject([{ state: 'refused', answer: '请带证件来' }]);
    expect(copied.concerns).toMatchObject([{ state: 'open', text: '不回消息', about: cadre.name }]);
  });

  it('and where one is signed in, what one has asked for, and why a channel was opened', async () => {
    const { cadre, youth, nanhai } = await aCast();
    world.factory.aChannel(cadre, { kind: 'phone', circle: 'organisation', value: '13800000000' }, FIELD_KEY);
    await world.factory.save();
    await mintSession(world.ownerUrl, youth.personId);
    await mintSession(world.ownerUrl, youth.personId);
    // The longer unused one of them has ended by itself.
    await world.db.pool.query(
      `update session set last_seen_at = now() - make_interval(days => idle_days) - interval '1 minute'
      where id = (select id from session where person_id = $1 limit 1)`,
      [youth.personId],
    );
    await call(world.house, youth, 'org.apply', anApplication(world.orgs.shishan, { newcomer: null }));
    await call(world.house, nanhai, 'org.revealChannel', { postId: cadre.postId, kind: 'phone', reason: '青年找不到' });
    const own = (await wholeCopy(youth)).copied.person;
    expect(own?.devices).toHaveLength(1);
    expect(own?.devices).toMatchObject([{ since: world.factory.today }]);
    expect(own?.applications).toMatchObject([{ org: '狮山镇团委', answer: null, madeOn: world.factory.today }]);
    expect((await wholeCopy(cadre)).copied.looks).toMatchObject([{ look: 'reveal', reason: '青年找不到' }]);
  });

  it('on both sides of a log: what was written of one, and that one wrote', async () => {
    const { youth, cadre, contact } = await aCast();
    weixin.cameBy(cadre.openid);
    await call(world.house, inWeixin(cadre), 'contactLog.write', { ...saying([contact]), requestId: rid() });
    const log = { task: 'listening', way: 'phone' };
    const { today: on } = world.factory;
    await world.db.kysely
      .insertInto('meeting')
      .values({ cadre_id: cadre.personId, youth_id: youth.personId, day: on, scanned_by: 'cadre', at: new Date() })
      .execute();
    const { copied } = await wholeCopy(youth);
    expect(copied.person?.meetings).toEqual([{ on, who: cadre.name }]);
    expect(copied.logs).toMatchObject([{ ...log, cadre: cadre.name, text: '聊了聊近况', state: 'unanswered' }]);
    expect(copied.wrote).toEqual([]);
    const lines = sectionsOf(copied as Parameters<typeof sectionsOf>[0]).flatMap(({ lines }) => lines);
    expect(lines.map(([, text]) => text).join()).toContain('聊了聊近况');
    const { copied: own } = await wholeCopy(cadre);
    expect(own.wrote).toMatchObject([{ ...log, late: false, youths: 1 }]);
    expect(own.person?.meetings).toEqual([{ on, who: null }]);
    expect(JSON.stringify(own)).not.toContain('聊了聊近况');
  });

  it('on a cadre: where one checked in, with the line that nobody else reads', async () => {
    const { cadre } = await aCast();
    const site = world.factory.aSite({ org: cadre.org, name: '桂城街区' });
    await world.factory.save();
    const input = { where: { siteId: site.siteId }, location: null, requestId: rid() };
    const { checkInId, day } = await call(world.house, cadre, 'grassrootsDay.checkIn', input);
    await call(world.house, cadre, 'grassrootsDay.noteDay', { checkInId, line: '看了直播间', requestId: rid() });
    const { copied } = await wholeCopy(cadre);
    expect(copied.days).toMatchObject([{ day, site: '桂城街区', state: 'unconfirmed', line: '看了直播间' }]);
    const lines = sectionsOf(copied as Parameters<typeof sectionsOf>[0]).flatMap(({ lines }) => lines);
    expect(lines.map(([, text]) => text)).toContain('桂城街区，待确认。看了直播间');
  });

  it('on a cadre: what looked odd, with the answer, and whether the phone’s place may go along (D4.2, D9.2)', async () => {
    const { cadre } = await aCast();
    const site = world.factory.aSite({ org: cadre.org, name: '平洲街区' });
    await world.factory.save();
    const input = { where: { siteId: site.siteId }, location: null, requestId: rid() };
    const { checkInId, day } = await call(world.house, cadre, 'grassrootsDay.checkIn', input);
    for (const allowed of [true, false])
      await call(world.house, cadre, 'grassrootsDay.allowLocation', { allowed, requestId: rid() });
    await world.db.pool.query(
      `insert into pattern (id, kind, cadre_id, org_id, day, figure, check_in_ids, found_at, until_day)
       values (gen_random_uuid(), 'sameStep', $1, $2, $3, 9, $4, now(), $3)`,
      [cadre.personId, cadre.org.id, day, [checkInId]],
    );
    const [asked] = (await call(world.house, cadre, 'grassrootsDay.patterns', {})).items;
    await call(world.house, cadre, 'grassrootsDay.explain', {
      patternId: asked?.patternId ?? '',
      explanation: 'together',
      requestId: rid(),
    });
    const { copied } = await wholeCopy(cadre);
    expect(copied.person?.patterns).toEqual([
      { kind: 'sameStep', day, figure: 9, sites: ['平洲街区'], explanation: 'together' },
    ]);
    expect(copied.person?.locations.map(({ allowed }) => allowed)).toEqual([true, false]);
    const lines = sectionsOf(copied as Parameters<typeof sectionsOf>[0]).flatMap(({ lines }) => lines);
    expect(lines.map(([, text]) => text)).toEqual(
      expect.arrayContaining(['你说：我们是一起去的', '同意报到时带上位置', '不同意报到时带上位置']),
    );
  });

  it('on a cadre: posts, channels, and contacts without the names, which are the youths’ own', async () => {
    const { youth, cadre } = await aCast();
    world.factory.aChannel(cadre, { kind: 'phone', circle: 'contacts', value: '13800000000' }, FIELD_KEY);
    await world.factory.save();
    const { copied } = await wholeCopy(cadre);
    expect(copied.person).toMatchObject({
      youth: null,
      posts: [{ org: '南海区团委', title: '干部', service: 'fullTime', fromDay: '2024-01-01', untilDay: null }],
      channels: [{ kind: 'phone', circle: 'contacts', value: '13800000000' }],
    });
    expect(copied.held).toMatchObject([{ field: youth.field, until: null }]);
    expect(JSON.stringify(copied)).not.toContain(youth.name);
  });

  it('comes in parts, each of a bounded size, nothing twice and nothing left out', async () => {
    const { youth, cadre, contact } = await aCast();
    const many = policy.copy.rows + 20;
    await world.db.kysely
      .insertInto('access_log')
      .values(
        Array.from({ length: many }, (_, i) => ({
          viewer_id: cadre.personId,
          viewer_name: cadre.name,
          capacity: '南海区团委 干部',
          subject_id: youth.personId,
          look: 'details',
          at: new Date(Date.now() - i * 1000),
        })),
      )
      .execute();
    for (let day = 0; day < 21; day++) {
      const now = new Date(Date.now() + day * 86_400_000);
      for (let n = 0; n < policy.concern.perDay; n++)
        await does(youth, 'reportConcern', { contactId: contact.contactId, text: '说'.repeat(500), block: false }, now);
    }
    const { pages, bytes, copied } = await wholeCopy(youth);
    expect(pages).toBe(2);
    expect(bytes).toBeLessThan(MOST_BYTES);
    expect(copied.looks).toHaveLength(many);
    expect(new Set(copied.looks.map(({ at }) => at)).size).toBe(many);
    expect(new Set(copied.concerns.map(({ id }) => id)).size).toBe(21 * policy.concern.perDay);
    expect(copied.holders).toHaveLength(1);
  }, 60_000);

  it('of messages: how many WeChat may still send, and which it has sent or is to send', async () => {
    const { youth, nanhai } = await aCast();
    offering(world);
    for (let times = 0; times < 6; times++) await allow(world.house, youth);
    for (const outcome of ['sent', 'unwanted', 'late', 'unknown', null]) {
      const about = await answered(world, youth, nanhai);
      await world.db.pool.query(
        'update message set ended_at = case when $1::text is not null then now() end, outcome = $1 where subject = $2',
        [outcome, about],
      );
    }
    const { copied } = await wholeCopy(youth);
    expect(copied.person?.allowedMessages).toEqual([{ kind: 'answer', permits: 1 }]);
    expect(copied.person?.messages.map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ['answer', 'sent'],
      ['answer', 'notSent'],
      ['answer', 'notSent'],
      ['answer', 'unknown'],
      ['answer', 'waiting'],
    ]);
    const lines = sectionsOf(copied as Parameters<typeof sectionsOf>[0]).flatMap(({ lines }) => lines);
    expect(
      lines.filter(([title]) => title.endsWith('的答复提醒') && !title.startsWith('还')).map(([, text]) => text),
    ).toEqual(['发了', '没有发', '没有发', '不知道发没发', '等着发']);
  });

  it('holds nothing of another, and a cursor that is none of ours begins anew', async () => {
    const { youth } = await aCast();
    const other = await aCast();
    const { copied } = await wholeCopy(youth);
    expect(JSON.stringify(copied)).not.toContain(other.youth.name);
    const forged = Buffer.from(JSON.stringify(['x', '', '', '', ''])).toString('base64url');
    expect(await call(world.house, youth, 'privacy.copy', { cursor: forged })).toMatchObject({
      person: { name: youth.name },
    });
    await call(world.house, youth, 'contact.unblock', { cadreId: other.cadre.personId, requestId: rid() });
  });
});
