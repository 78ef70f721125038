import { aWeixin, type Weixin } from './weixin';
import { aWorld, type World } from './world';

export let world: World;
export let weixin: Weixin;

/** A world of the test file's own, with a WeChat that answers it. */
export function inAWorld(): void {
  beforeAll(async () => {
    world = await aWorld();
    weixin = await aWeixin(world.house.settings.APP_WX_SECRET);
    Object.assign(world.house.settings, weixin.settings);
  });
  afterAll(async () => {
    await world.end();
    await weixin.end();
  });
}
