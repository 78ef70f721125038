import { call, rid } from '../support/house';
import { liveCode, standingCode } from '../support/world';
import { aCadre, aYouth, cadre, held, inAWorld, liveContacts, scan, world } from './people';

inAWorld();

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
