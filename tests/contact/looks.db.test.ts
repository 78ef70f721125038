import { call, rid } from '../support/house';
import { liveCode } from '../support/world';
import { aCadre, admin, aYouth, inAWorld, scan, world } from './people';

inAWorld();

describe('D9.8 a look cannot be avoided', () => {
  it('registering without a preview is a look, also when it is undone', async () => {
    const youth = await aYouth();
    const by = await aCadre({ name: '骆嘉澍' });
    const { contactId } = await scan(by, await liveCode(world.house, youth));
    await call(world.house, by, 'contact.undo', { contactId, requestId: rid() });
    const { looks } = await call(world.house, youth, 'privacy.record', {});
    expect(looks.map(({ who, look: kind }) => [who, kind])).toEqual([['骆嘉澍', 'scan']]);
  });

  it('D9.4 several looks of a day stand together, with how many', async () => {
    const youth = await aYouth();
    const by = await aCadre({ name: '骆嘉澍' });
    const text = await liveCode(world.house, youth);
    for (let times = 0; times < 3; times++) await call(world.house, by, 'contact.preview', { text });
    const { looks } = await call(world.house, youth, 'privacy.record', {});
    expect(looks).toMatchObject([{ who: '骆嘉澍', look: 'scan', times: 3 }]);
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
