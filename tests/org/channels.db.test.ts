import type { Channel } from '../../types/org';
import { allAtOnce, outcomes } from '../support/barrier';
import { call, rid } from '../support/house';
import { aWorld, type World } from '../support/world';

const ROUNDS = 20;

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

it('D2.4 channels saved on two phones at once stand as one of the two has sent them', async () => {
  const cadre = world.factory.aCadre({ org: world.orgs.nanhai });
  await world.factory.save();
  const channel = (kind: Channel['kind'], value: string): Channel => ({ kind, value, circle: 'contacts' });
  const save = (channels: Channel[]) => call(world.house, cadre, 'org.setChannels', { channels, requestId: rid() });
  for (let round = 0; round < ROUNDS; round++) {
    const one = [channel('phone', '13800138000'), channel('qq', '10001')];
    const other = [channel('qq', '20002'), channel('wechat', 'wx-20002'), channel('phone', '13900139000')];
    const results = await allAtOnce(world, [() => save(one), () => save(other)], 'channel');
    expect(outcomes(results)).toEqual(['ok', 'ok']);
    const { cadre: saved } = await call(world.house, cadre, 'org.me', {});
    const kinds = saved?.channels.map(({ kind, value }) => `${kind} ${value}`);
    expect([
      ['phone 13800138000', 'qq 10001'],
      ['phone 13900139000', 'qq 20002', 'wechat wx-20002'],
    ]).toContainEqual(kinds);
  }
}, 60_000);
