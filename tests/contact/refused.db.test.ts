import { policy } from '../../config/policy';
import type { MadePerson } from '../factory';
import { call, CODE_HOST, rid } from '../support/house';
import { liveCode, standingCode } from '../support/world';
import { aCadre, aYouth, cadre, held, inAWorld, look, saved, scan, world } from './people';

inAWorld();

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
