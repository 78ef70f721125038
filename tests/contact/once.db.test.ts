import { allAtOnce, outcomes } from '../support/barrier';
import { call, rid } from '../support/house';
import { liveCode } from '../support/world';
import { aCadre, aYouth, cadre, held, inAWorld, liveContacts, scan, world } from './people';

inAWorld();

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

  it('D9.5 the youth closes the account while it is being written: refused, and nothing of it stays but the refusal', async () => {
    const youth = await aYouth();
    const input = { text: await liveCode(world.house, youth), requestId: rid() };
    const register = () => call(world.house, cadre, 'contact.register', input);
    const results = await allAtOnce(world, [register], 'contact', (blocker) =>
      blocker.query('update person set closed_at = now() where id = $1', [youth.personId]),
    );
    expect(outcomes(results)).toEqual(['CONTACT_ENDED']);
    expect(await liveContacts(youth)).toEqual([]);
    const { kysely } = world.db;
    expect(await kysely.selectFrom('code_use').where('person_id', '=', youth.personId).selectAll().execute()).toEqual(
      [],
    );
    expect(
      await kysely.selectFrom('access_log').where('subject_id', '=', youth.personId).selectAll().execute(),
    ).toEqual([]);
    await expect(register()).rejects.toMatchObject({ code: 'CONTACT_ENDED' });
  });
});
