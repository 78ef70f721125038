import { call, callRaw, identityOf, rid } from '../support/house';
import { liveCode, standingCode } from '../support/world';
import { aCadre, admin, aYouth, cadre, held, inAWorld, liveContacts, look, scan, world } from './people';

inAWorld();

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
      effect: { nth: 1, quota: 100, fieldCount: 1, counts: true, ownUnit: null, concentration: null },
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
