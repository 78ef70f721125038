import { outcomes } from '../support/barrier';
import { call, rid, testSettings } from '../support/house';
import { aWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

describe('D9.7 keys can be changed', () => {
  it('a code is made anew and a channel still opens under a new key, with the old one behind it', async () => {
    const cadre = world.factory.aCadre({ org: world.orgs.nanhai });
    const youth = world.factory.aYouth();
    await world.factory.save();
    await call(world.house, cadre, 'org.setChannels', {
      channels: [{ kind: 'phone', value: '13800138000', circle: 'contacts' }],
      requestId: rid(),
    });
    const before = await call(world.house, cadre, 'contact.code', { kind: 'cadre' });
    const { APP_CODE_KEY, APP_FIELD_KEY } = world.house.settings;
    const newKey = `k2:${Buffer.alloc(32, 9).toString('base64')}`;
    const settings = testSettings({
      APP_CODE_KEY: `${newKey},${APP_CODE_KEY}`,
      APP_FIELD_KEY: `${newKey},${APP_FIELD_KEY}`,
    });
    const house = { ...world.house, settings };

    const after = await call(house, cadre, 'contact.code', { kind: 'cadre' });
    expect(after.codes[0]?.text).not.toBe(before.codes[0]?.text);
    await expect(call(house, youth, 'contact.preview', { text: before.codes[0]?.text ?? '' })).rejects.toMatchObject({
      code: 'CODE_UNKNOWN',
    });
    await call(house, youth, 'contact.register', { text: after.codes[0]?.text ?? '', requestId: rid() });
    expect((await call(house, youth, 'contact.holders', {})).items[0]?.channels).toEqual([
      { kind: 'phone', value: '13800138000' },
    ]);
  });

  it('a live code that was on the phone when the key changed is good to its end', async () => {
    const cadre = world.factory.aCadre({ org: world.orgs.nanhai });
    const youth = world.factory.aYouth();
    await world.factory.save();
    const { codes } = await call(world.house, youth, 'contact.code', { kind: 'youth' });
    const settings = testSettings({
      APP_CODE_KEY: `k2:${Buffer.alloc(32, 9).toString('base64')},${world.house.settings.APP_CODE_KEY}`,
    });
    const text = codes[0]?.text ?? '';
    expect(await call({ ...world.house, settings }, cadre, 'contact.preview', { text })).toMatchObject({
      kind: 'youth',
    });
  });
});

describe('D2.4 channels', () => {
  it('D9.7 are sealed in the table, and replaced as a whole', async () => {
    const cadre = world.factory.aCadre({ org: world.orgs.nanhai });
    await world.factory.save();
    const set = (channels: { kind: 'wechat' | 'phone'; value: string; circle: 'contacts' }[]) =>
      call(world.house, cadre, 'org.setChannels', { channels, requestId: rid() });
    await set([
      { kind: 'phone', value: '13800138000', circle: 'contacts' },
      { kind: 'wechat', value: 'abc', circle: 'contacts' },
    ]);
    const rows = await world.db.kysely
      .selectFrom('channel')
      .selectAll()
      .where('person_id', '=', cadre.personId)
      .execute();
    expect(JSON.stringify(rows)).not.toContain('13800138000');
    await set([{ kind: 'phone', value: '13900139000', circle: 'contacts' }]);
    const me = await call(world.house, cadre, 'org.me', {});
    expect(me.cadre?.channels).toEqual([{ kind: 'phone', value: '13900139000', circle: 'contacts' }]);
  });
});

describe('writes of one person at once', () => {
  it('D2.4 two sets of channels: both are answered, one of them stands whole', async () => {
    const cadre = world.factory.aCadre({ org: world.orgs.nanhai });
    await world.factory.save();
    const set = (value: string) => () =>
      call(world.house, cadre, 'org.setChannels', {
        channels: [{ kind: 'wechat' as const, value, circle: 'contacts' as const }],
        requestId: rid(),
      });
    const results = await Promise.allSettled([set('first'), set('second'), set('third')].map((write) => write()));
    expect(outcomes(results)).toEqual(['ok', 'ok', 'ok']);
    expect((await call(world.house, cadre, 'org.me', {})).cadre?.channels).toHaveLength(1);
  });
});
