import { policy } from '../../config/policy';
import type { MadeCadre, MadePerson, MadeYouth } from '../factory';
import { call, callRaw, CODE_HOST, identityOf, rid } from '../support/house';
import { aWorld, liveCode, standingCode, type World } from '../support/world';

let world: World;
let cadre: MadeCadre;
let admin: MadePerson;

beforeAll(async () => {
  world = await aWorld();
  admin = world.factory.anAdministrator({ org: world.orgs.foshan });
  cadre = world.factory.aCadre({ org: world.orgs.foshan, name: '何志远' });
  await world.factory.save();
});
afterAll(() => world.end());

async function saved<T>(made: T): Promise<T> {
  await world.factory.save();
  return made;
}
const aYouth = (wish: Parameters<World['factory']['aYouth']>[0] = {}) => saved(world.factory.aYouth(wish));
const aCadre = (wish: Partial<Parameters<World['factory']['aCadre']>[0]> = {}) =>
  saved(world.factory.aCadre({ org: world.orgs.foshan, ...wish }));
const scan = (by: MadePerson, text: string, now?: Date) =>
  call(world.house, by, 'contact.register', { text, requestId: rid() }, { now });
const look = (by: MadePerson, text: string) => call(world.house, by, 'contact.preview', { text });
const liveContacts = async (youth: MadePerson) =>
  world.db.kysely
    .selectFrom('contact')
    .selectAll()
    .where('youth_id', '=', youth.personId)
    .where('ended_at', 'is', null)
    .execute();

async function held(youth: MadeYouth, times: number): Promise<void> {
  for (let i = 0; i < times; i++)
    world.factory.aContact({ youth, cadre: world.factory.aCadre({ org: world.orgs.guangzhou }) });
  await world.factory.save();
}

describe('D2.2 a cadre scans a youth', () => {
  it('D2.1 sees who and the effect, confirms, and the ring moves', async () => {
    const by = await aCadre();
    const youth = await aYouth({ name: '林晓彤', field: 'enterprise', unit: '新合精工' });
    await held(youth, 2);
    const text = await liveCode(world.house, youth);

    expect(await look(by, text)).toEqual({
      kind: 'youth',
      youth: { name: '林晓彤', field: 'enterprise', unit: '新合精工', minor: false, overAge: false },
      holders: 2,
      cap: 3,
      effect: { nth: 1, quota: 100, fieldCount: 1, counts: true },
    });
    expect(await liveContacts(youth)).toHaveLength(2);

    const made = await scan(by, text);
    expect(made).toMatchObject({
      kind: 'youth',
      name: '林晓彤',
      counts: true,
      fieldCount: 1,
      standing: { counted: 1, missing: 99 },
    });
    expect(await liveContacts(youth)).toHaveLength(3);
    const me = await call(world.house, by, 'org.me', {});
    expect(me.cadre?.standing.byField.enterprise).toBe(1);
  });

  it('D9.4 the youth sees at once who it was, with what is shown to contacts only', async () => {
    const by = await aCadre({ name: '梁倩文', title: '组织部' });
    await call(world.house, by, 'org.setChannels', {
      channels: [
        { kind: 'wechat', value: 'liangqw', circle: 'contacts' },
        { kind: 'phone', value: '0757-8330', circle: 'organisation' },
      ],
      requestId: rid(),
    });
    const youth = await aYouth();
    await scan(by, await liveCode(world.house, youth));
    const { items } = await call(world.house, youth, 'contact.holders', {});
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      name: '梁倩文',
      publicName: '共青团佛山梁倩文',
      title: '组织部',
      startedBy: 'cadre',
    });
    expect(items[0]?.channels).toEqual([{ kind: 'wechat', value: 'liangqw' }]);
    expect(items[0]?.undoUntil).not.toBeNull();
  });

  it('D1.3 over 35: accepted, flagged, not counted', async () => {
    const by = await aCadre();
    const youth = await aYouth({ birthMonth: '1985-01-01', field: 'rural' });
    const text = await liveCode(world.house, youth);
    expect(await look(by, text)).toMatchObject({
      youth: { overAge: true },
      effect: { nth: 0, fieldCount: 0, counts: false },
    });
    expect(await scan(by, text)).toMatchObject({ counts: false, standing: { counted: 0, overAge: 1, missing: 100 } });
  });

  it('D9.3 14 to 17: only under the approval', async () => {
    const by = await aCadre();
    const birthYear = new Date().getUTCFullYear() - 15;
    const youth = await aYouth({ birthMonth: `${birthYear}-01-01`, field: 'school' });
    const text = await liveCode(world.house, youth);
    await expect(look(by, text)).rejects.toMatchObject({ code: 'MINOR_NEEDS_APPROVAL', data: { rule: 'D9.3' } });
    await expect(scan(by, text)).rejects.toMatchObject({ code: 'MINOR_NEEDS_APPROVAL' });
    world.factory.approveMinors(by, admin);
    await world.factory.save();
    expect(await look(by, text)).toMatchObject({ youth: { minor: true } });
    expect(await scan(by, text)).toMatchObject({ counts: true });
  });
});

describe('D2.2 a youth scans a cadre', () => {
  it('sees who, confirms, and both have it', async () => {
    const by = await aYouth({ name: '岑乐怡' });
    const text = await standingCode(world.house, cadre);
    expect(await look(by, text)).toEqual({
      kind: 'cadre',
      cadre: { publicName: '共青团佛山何志远', orgName: '佛山市委', title: '干部' },
      holders: 0,
      cap: 3,
    });
    const made = await scan(by, text);
    expect(made).toMatchObject({ kind: 'cadre', name: '何志远', holders: 1 });
    const { items } = await call(world.house, cadre, 'contact.list', { search: 'cly' });
    expect(items.map(({ name }) => name)).toEqual(['岑乐怡']);
  });

  it('D9.3 a minor is not added this way either', async () => {
    const by = await aYouth({ birthMonth: `${new Date().getUTCFullYear() - 15}-01-01` });
    await expect(scan(by, await standingCode(world.house, cadre))).rejects.toMatchObject({
      code: 'MINOR_NEEDS_APPROVAL',
    });
  });

  it('D1.1 the code of somebody who is no cadre any more', async () => {
    const former = await aCadre();
    const text = await standingCode(world.house, former);
    await world.db.kysely
      .updateTable('post')
      .set({ until_day: '2025-01-01' })
      .where('id', '=', former.postId)
      .execute();
    await expect(scan(await aYouth(), text)).rejects.toMatchObject({ code: 'HOLDER_NOT_CADRE' });
  });

  it('D9.1 not under an outdated notice, whichever of the two scans', async () => {
    const by = await aYouth({ noticeVersion: 0 });
    await expect(scan(by, await standingCode(world.house, cadre))).rejects.toMatchObject({
      code: 'NOTICE_OUTDATED',
      data: { version: 1 },
    });
    await expect(liveCode(world.house, by)).rejects.toMatchObject({ code: 'NOTICE_OUTDATED' });
    const youth = await aYouth();
    const text = await liveCode(world.house, youth);
    await world.db.kysely.updateTable('consent').set({ version: 0 }).where('person_id', '=', youth.personId).execute();
    await expect(scan(cadre, text)).rejects.toMatchObject({ code: 'YOUTH_NOT_AGREED', data: { rule: 'D9.1' } });
    expect(await liveContacts(youth)).toEqual([]);
  });
});

describe('refused, each with its name, and nothing written', () => {
  async function refused(by: MadePerson, text: string, code: string, now?: Date) {
    const before = await world.db.kysely.selectFrom('contact').select('id').execute();
    await expect(scan(by, text, now)).rejects.toMatchObject({ code });
    expect(await world.db.kysely.selectFrom('contact').select('id').execute()).toHaveLength(before.length);
  }

  it('D2.2 the fourth', async () => {
    const youth = await aYouth();
    await held(youth, 3);
    const text = await liveCode(world.house, youth);
    await expect(scan(await aCadre(), text)).rejects.toMatchObject({
      code: 'YOUTH_FULL',
      data: { rule: 'D2.2', holders: 3, cap: 3 },
    });
    await refused(cadre, text, 'YOUTH_FULL');
  });

  it('already yours', async () => {
    const youth = await aYouth();
    const text = await liveCode(world.house, youth);
    await scan(cadre, text);
    await refused(cadre, text, 'CONTACT_ALREADY');
  });

  it('C5 oneself', async () => {
    const both = await saved(world.factory.aYouth({ person: cadre }));
    await refused(cadre, await liveCode(world.house, both), 'CONTACT_SELF');
    await refused(cadre, await standingCode(world.house, cadre), 'CONTACT_SELF');
  });

  it('D1.1 a youth who scans a youth', async () => {
    await refused(await aYouth(), await liveCode(world.house, await aYouth()), 'NOT_A_CADRE');
  });

  it('D1.3 a cadre who is no youth and scans a cadre', async () => {
    await refused(await aCadre(), await standingCode(world.house, cadre), 'NOT_A_YOUTH');
  });

  it('D4.2, D10.2 by the server’s clock: expired, ahead of time, without a live part, with other digits', async () => {
    const youth = await aYouth();
    const text = await liveCode(world.house, youth);
    const later = new Date(Date.now() + policy.codes.acceptMinutes * 60_000 + 31_000);
    await refused(cadre, text, 'CODE_EXPIRED', later);
    await refused(cadre, text, 'CODE_AHEAD', new Date(Date.now() - 60_000));
    await refused(cadre, text.replace(/\.\d+\.\d+$/, ''), 'CODE_EXPIRED');
    const wrong = text.replace(/\d{8}$/, (digits) => String((Number(digits) + 1) % 1e8).padStart(8, '0'));
    await refused(cadre, wrong, 'CODE_UNKNOWN');
  });

  it('D4.2 used: the same step again after an undo', async () => {
    const youth = await aYouth();
    const text = await liveCode(world.house, youth);
    const { contactId } = await scan(cadre, text);
    await call(world.house, cadre, 'contact.undo', { contactId, requestId: rid() });
    await expect(look(cadre, text)).rejects.toMatchObject({ code: 'CODE_USED' });
    await refused(cadre, text, 'CODE_USED');
    expect(await scan(await aCadre(), text)).toMatchObject({ kind: 'youth' });
  });

  it('foreign and unknown', async () => {
    await refused(cadre, 'https://example.com/s/YT2Z0mrevoObhgSdaraUkFA', 'CODE_FOREIGN');
    await refused(cadre, '6901234567892', 'CODE_FOREIGN');
    await refused(cadre, `${CODE_HOST}/s/YT2Z0mrevoObhgSdaraUkFA.1.12345678`, 'CODE_UNKNOWN');
  });

  it('D9.5 a cancelled person', async () => {
    const youth = await aYouth();
    const text = await liveCode(world.house, youth);
    await world.db.kysely
      .updateTable('person')
      .set({ closed_at: new Date() })
      .where('id', '=', youth.personId)
      .execute();
    await refused(cadre, text, 'PERSON_GONE');
  });

  it('D9.9 blocked, and let in again', async () => {
    const youth = await aYouth();
    const { contactId } = await scan(cadre, await liveCode(world.house, youth));
    await call(world.house, youth, 'contact.leave', { contactId, block: true, requestId: rid() });
    const later = new Date(Date.now() + 60_000);
    const text = await liveCode(world.house, youth, later);
    await refused(cadre, text, 'CADRE_BLOCKED', later);
    await call(world.house, youth, 'contact.unblock', { cadreId: cadre.personId, requestId: rid() });
    expect(
      await call(world.house, cadre, 'contact.register', { text, requestId: rid() }, { now: later }),
    ).toMatchObject({ kind: 'youth' });
  });
});

describe('D9.5 leaving, and undoing', () => {
  it('C3 leaving frees the place and takes the name away at once', async () => {
    const youth = await aYouth({ name: '邝国栋' });
    await held(youth, 2);
    const by = await aCadre();
    const { contactId } = await scan(by, await liveCode(world.house, youth));
    await call(world.house, youth, 'contact.leave', { contactId, block: false, requestId: rid() });
    expect((await call(world.house, by, 'contact.list', {})).items).toEqual([]);
    await expect(call(world.house, by, 'contact.youth', { contactId })).rejects.toMatchObject({
      code: 'CONTACT_NOT_FOUND',
    });
    expect(await call(world.house, by, 'org.me', {})).toMatchObject({ cadre: { standing: { counted: 0 } } });
    expect(await scan(await aCadre(), await liveCode(world.house, youth))).toMatchObject({ kind: 'youth' });
  });

  it('either of the two undoes within the minute, nobody afterwards', async () => {
    for (const who of ['cadre', 'youth'] as const) {
      const youth = await aYouth();
      const { contactId } = await scan(cadre, await liveCode(world.house, youth));
      const undo = { contactId, requestId: rid() };
      expect(await call(world.house, who === 'cadre' ? cadre : youth, 'contact.undo', undo)).toEqual({ contactId });
      expect(await liveContacts(youth)).toEqual([]);
      await expect(call(world.house, youth, 'contact.undo', { contactId, requestId: rid() })).rejects.toMatchObject({
        code: 'CONTACT_ENDED',
      });
    }
    const youth = await aYouth();
    const { contactId } = await scan(cadre, await liveCode(world.house, youth));
    const later = new Date(Date.now() + 62_000);
    await expect(
      call(world.house, cadre, 'contact.undo', { contactId, requestId: rid() }, { now: later }),
    ).rejects.toMatchObject({
      code: 'UNDO_TOO_LATE',
      data: { seconds: 60 },
    });
  });
});

describe('D9.8 a look cannot be avoided', () => {
  it('registering without a preview is a look, also when it is undone', async () => {
    const youth = await aYouth();
    const by = await aCadre({ name: '骆嘉澍' });
    const { contactId } = await scan(by, await liveCode(world.house, youth));
    await call(world.house, by, 'contact.undo', { contactId, requestId: rid() });
    const { looks } = await call(world.house, youth, 'privacy.record', {});
    expect(looks.map(({ who, look: kind }) => [who, kind])).toEqual([['骆嘉澍', 'scan']]);
  });

  it('D9.3 an approval that has ended takes the minors off the list', async () => {
    const by = await aCadre();
    world.factory.approveMinors(by, admin);
    const minor = await aYouth({ birthMonth: `${new Date().getUTCFullYear() - 15}-01-01` });
    const grown = await aYouth();
    const held = world.factory.aContact({ cadre: by, youth: minor });
    world.factory.aContact({ cadre: by, youth: grown });
    await world.factory.save();
    expect((await call(world.house, by, 'contact.list', {})).items).toHaveLength(2);
    await world.db.kysely
      .updateTable('minor_approval')
      .set({ until_day: '2025-01-01' })
      .where('cadre_id', '=', by.personId)
      .execute();
    expect((await call(world.house, by, 'contact.list', {})).items.map(({ name }) => name)).toEqual([grown.name]);
    await expect(call(world.house, by, 'contact.youth', { contactId: held.contactId })).rejects.toMatchObject({
      code: 'CONTACT_NOT_FOUND',
    });
  });

  it('D9.5 who has closed the account is on nobody’s list', async () => {
    const by = await aCadre();
    const youth = await aYouth();
    world.factory.aContact({ cadre: by, youth });
    await world.factory.save();
    await world.db.kysely
      .updateTable('person')
      .set({ closed_at: new Date() })
      .where('id', '=', youth.personId)
      .execute();
    expect((await call(world.house, by, 'contact.list', {})).items).toEqual([]);
  });
});

describe('D9.9 a block after the contact', () => {
  it('who took a contact back, or left, may still refuse to be added again', async () => {
    const youth = await aYouth();
    const { contactId } = await scan(cadre, await liveCode(world.house, youth));
    await call(world.house, youth, 'contact.undo', { contactId, requestId: rid() });
    await expect(
      call(world.house, youth, 'contact.leave', { contactId, block: false, requestId: rid() }),
    ).rejects.toMatchObject({ code: 'CONTACT_ENDED' });
    await call(world.house, youth, 'contact.leave', { contactId, block: true, requestId: rid() });
    const later = new Date(Date.now() + 60_000);
    await expect(scan(cadre, await liveCode(world.house, youth, later), later)).rejects.toMatchObject({
      code: 'CADRE_BLOCKED',
      data: { scannedBy: 'cadre' },
    });
    await expect(scan(youth, await standingCode(world.house, cadre))).rejects.toMatchObject({
      code: 'CADRE_BLOCKED',
      data: { scannedBy: 'youth' },
    });
  });
});

describe('C4, D8.1 once', () => {
  it('the same request gives the same answer and one contact', async () => {
    const youth = await aYouth();
    const input = { text: await liveCode(world.house, youth), requestId: rid() };
    const first = await call(world.house, cadre, 'contact.register', input);
    expect(await call(world.house, cadre, 'contact.register', input)).toMatchObject({ contactId: first.contactId });
    expect(await liveContacts(youth)).toHaveLength(1);
  });

  it('a refusal is remembered too, though the place is free by now', async () => {
    const youth = await aYouth();
    await held(youth, 3);
    const input = { text: await liveCode(world.house, youth), requestId: rid() };
    await expect(call(world.house, cadre, 'contact.register', input)).rejects.toMatchObject({ code: 'YOUTH_FULL' });
    const [one] = await liveContacts(youth);
    await call(world.house, youth, 'contact.leave', { contactId: one?.id ?? '', block: false, requestId: rid() });
    await expect(call(world.house, cadre, 'contact.register', input)).rejects.toMatchObject({
      code: 'YOUTH_FULL',
      data: { holders: 3 },
    });
    expect(await scan(cadre, input.text)).toMatchObject({ kind: 'youth' });
  });

  it('another input under the same id is refused', async () => {
    const requestId = rid();
    await call(world.house, cadre, 'contact.register', {
      text: await liveCode(world.house, await aYouth()),
      requestId,
    });
    const text = await liveCode(world.house, await aYouth());
    await expect(call(world.house, cadre, 'contact.register', { text, requestId })).rejects.toMatchObject({
      code: 'REQUEST_REUSED',
    });
  });

  it("another person's id is simply new", async () => {
    const requestId = rid();
    const text = await liveCode(world.house, await aYouth());
    const first = await call(world.house, cadre, 'contact.register', { text, requestId });
    const second = await call(world.house, await aCadre(), 'contact.register', { text, requestId });
    expect(second.contactId).not.toBe(first.contactId);
  });

  it('a repeated registration whose contact is gone by now is not shown again', async () => {
    const youth = await aYouth();
    const input = { text: await liveCode(world.house, youth), requestId: rid() };
    const { contactId } = await call(world.house, cadre, 'contact.register', input);
    await call(world.house, youth, 'contact.leave', { contactId, block: false, requestId: rid() });
    await expect(call(world.house, cadre, 'contact.register', input)).rejects.toMatchObject({ code: 'CONTACT_ENDED' });
  });
});

it('bad input is named by its path and writes nothing', async () => {
  const result = await callRaw(world.house, identityOf(cadre), 'contact.register', {
    text: '',
    requestId: 'not-a-uuid',
    personId: 'smuggled',
  });
  expect(result).toMatchObject({ ok: false, error: { code: 'BAD_REQUEST', status: 400 } });
  const paths = (result as unknown as { error: { data: { issues: { path: string[] }[] } } }).error.data.issues.map(
    ({ path }) => path.join('.'),
  );
  expect(paths).toEqual(expect.arrayContaining(['text', 'requestId']));
});
