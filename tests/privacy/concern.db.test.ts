import { policy } from '../../config/policy';
import { sql } from 'kysely';
import type { MadePerson } from '../factory';
import { allAtOnce, outcomes } from '../support/barrier';
import { call, callRaw, identityOf, rid } from '../support/house';
import { liveCode } from '../support/world';
import { aCast, type Cast, does, inAWorld, waitingFor, world } from './people';

inAWorld();

const TEXT = '他老是半夜打电话';
const DAY_MS = 86_400_000;
const refused = (code: string) => expect.objectContaining({ code }) as unknown;

const report = ({ youth, contact }: Cast, more: { text?: string; block?: boolean } = {}, now?: Date) =>
  does(youth, 'reportConcern', { contactId: contact.contactId, text: TEXT, block: false, ...more }, now);

const sees = async (who: MadePerson, concernId: string) => {
  const listed = await callRaw(world.house, identityOf(who), 'privacy.requests', {});
  const opened = await callRaw(world.house, identityOf(who), 'privacy.concern', { concernId });
  return [JSON.stringify(listed).includes(concernId), opened.ok];
};

describe('D9.9 a concern goes past the cadre', () => {
  it('to the organisation above the cadre’s, to it alone, and each look is logged', async () => {
    const cast = await aCast();
    const { youth, cadre, nanhai, foshan, chancheng, province } = cast;
    const { id, about, dueOn } = await report(cast);
    expect(about).toBe(cadre.name);
    for (const other of [nanhai, chancheng, province, cadre]) expect(await sees(other, id)).toEqual([false, false]);
    expect(await waitingFor(foshan)).toContainEqual(expect.objectContaining({ id, kind: 'concern', dueOn }));
    const opened = await call(world.house, foshan, 'privacy.concern', { concernId: id });
    expect(opened).toMatchObject({ name: youth.name, text: TEXT, about: { name: cadre.name, orgName: '南海区团委' } });
    const { looks } = await call(world.house, youth, 'privacy.record', {});
    expect(looks).toMatchObject([{ who: foshan.name, capacity: '佛山市委 管理员', look: 'concern' }]);

    await expect(does(nanhai, 'answerConcern', { concernId: id, answer: '好' })).rejects.toEqual(
      refused('ASK_NOT_FOUND'),
    );
    await does(foshan, 'answerConcern', { concernId: id, answer: '已经和他谈过，不会再打' });
    expect(await sees(foshan, id)).toEqual([false, false]);
    const { requests } = await call(world.house, youth, 'privacy.record', {});
    expect(requests).toMatchObject([{ id, state: 'answered', text: TEXT, answer: '已经和他谈过，不会再打' }]);
  });

  it('never to the cadre, not even as an administrator of the organisation above', async () => {
    const cast = await aCast();
    world.factory.anAdministrator({ org: world.orgs.foshan, person: cast.cadre });
    await world.factory.save();
    const { id } = await report(cast);
    expect(await sees(cast.cadre, id)).toEqual([false, false]);
    await expect(does(cast.cadre, 'answerConcern', { concernId: id, answer: '没有这回事' })).rejects.toEqual(
      refused('ASK_NOT_FOUND'),
    );
    expect(await sees(cast.foshan, id)).toEqual([true, true]);
  });

  it('changes nothing on the cadre’s screens', async () => {
    const cast = await aCast();
    const shown = async () => [
      await call(world.house, cast.cadre, 'contact.list', {}),
      { ...(await call(world.house, cast.cadre, 'org.me', {})), now: '' },
      await call(world.house, cast.cadre, 'privacy.copy', {}).then(({ held, looks, concerns }) => [
        held,
        looks,
        concerns,
      ]),
    ];
    const before = await shown();
    await report(cast);
    expect(await shown()).toEqual(before);
  });

  it('about a cadre of the province to the province, and where nobody is above to the next that has somebody', async () => {
    const { factory, orgs } = world;
    const { foshan, province } = await aCast();
    const ofProvince = factory.aCadre({ org: orgs.province });
    const asks = factory.aYouth();
    const contact = factory.aContact({ youth: asks, cadre: ofProvince });
    // Nanhai has administrators in this world: a township below the city's other district has none above but the city's.
    const street = await factory.anOrg({ parent: orgs.guangzhou, level: 'township', name: '某街道团委' });
    const ofStreet = factory.aCadre({ org: street });
    const lower = factory.aContact({ youth: asks, cadre: ofStreet });
    await factory.save();
    const first = await does(asks, 'reportConcern', { contactId: contact.contactId, text: TEXT, block: false });
    const second = await does(asks, 'reportConcern', { contactId: lower.contactId, text: TEXT, block: false });
    for (const { id } of [first, second]) {
      expect(await sees(province, id)).toEqual([true, true]);
      expect(await sees(foshan, id)).toEqual([false, false]);
    }
  });

  it('D9.7 the texts lie sealed', async () => {
    const cast = await aCast();
    const { id } = await report(cast);
    await does(cast.foshan, 'answerConcern', { concernId: id, answer: '谈过了' });
    const { rows } = await sql`select * from concern where id = ${id}`.execute(world.db.kysely);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/半夜|谈过了/);
  });

  it('C3 also by who has left, within the days of the policy, and not by who was never held', async () => {
    const cast = await aCast();
    const { youth, contact } = cast;
    await call(world.house, youth, 'contact.leave', { contactId: contact.contactId, block: false, requestId: rid() });
    const { past } = await call(world.house, youth, 'privacy.record', {});
    expect(past).toMatchObject([{ contactId: contact.contactId, name: cast.cadre.name }]);
    await report(cast);
    const late = new Date(Date.now() + (policy.concern.daysAfterContact + 1) * DAY_MS);
    await expect(report(cast, {}, late)).rejects.toEqual(refused('CONCERN_TOO_LATE'));
    expect((await call(world.house, youth, 'privacy.record', {}, { now: late })).past).toEqual([]);
    const other = await aCast();
    await expect(
      does(other.youth, 'reportConcern', { contactId: contact.contactId, text: TEXT, block: false }),
    ).rejects.toEqual(refused('CONTACT_NOT_FOUND'));
  });

  it('with a block the contact ends and is not begun again', async () => {
    const cast = await aCast();
    await report(cast, { block: true });
    expect((await call(world.house, cast.youth, 'contact.holders', {})).items).toEqual([]);
    const text = await liveCode(world.house, cast.youth);
    await expect(call(world.house, cast.cadre, 'contact.register', { text, requestId: rid() })).rejects.toEqual(
      refused('CADRE_BLOCKED'),
    );
  });

  it('so many a day, also when they come at once', async () => {
    const cast = await aCast();
    const { perDay } = policy.concern;
    const results = await allAtOnce<unknown>(
      world,
      Array.from({ length: perDay + 2 }, () => () => report(cast)),
      'youth',
    );
    expect(outcomes(results)).toEqual(['CONCERNS_TODAY', 'CONCERNS_TODAY', ...Array<string>(perDay).fill('ok')]);
    await report(cast, {}, new Date(Date.now() + DAY_MS));
  });

  it('two administrators answer at once: the first is the answer, the other is told', async () => {
    for (let round = 0; round < 5; round++) {
      const cast = await aCast();
      const { id } = await report(cast);
      const other = world.factory.anAdministrator({ org: world.orgs.foshan });
      await world.factory.save();
      const results = await allAtOnce<unknown>(
        world,
        [cast.foshan, other].map((one) => () => does(one, 'answerConcern', { concernId: id, answer: one.name })),
        'youth, concern',
      );
      expect(outcomes(results)).toEqual(['ASK_ANSWERED', 'ok']);
    }
  }, 60_000);
});
