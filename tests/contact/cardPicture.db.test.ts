import { aWeixin, type Weixin } from '../support/weixin';
import { aWorld, standingCode, type World } from '../support/world';
import { call, rid } from '../support/house';

jest.setTimeout(60_000);

let world: World;
let weixin: Weixin;
beforeAll(async () => {
  world = await aWorld();
  weixin = await aWeixin(world.house.settings.APP_WX_SECRET);
  Object.assign(world.house.settings, weixin.settings);
});
afterAll(async () => {
  await world.end();
  await weixin.end();
});

async function aCadre() {
  const cadre = world.factory.aCadre({ org: world.orgs.nanhai });
  await world.factory.save();
  return cadre;
}

const drawn = () => weixin.heard.filter(({ path }) => path === '/wxa/getwxacodeunlimit');

it('D2.4 the card as a 小程序码: drawn by WeChat once, the same picture from then on', async () => {
  const cadre = await aCadre();
  const first = await call(world.house, cadre, 'contact.cardPicture', {});
  expect(first.type).toBe('png');
  expect(Buffer.from(first.picture, 'base64').subarray(1, 4).toString()).toBe('PNG');
  expect(await call(world.house, cadre, 'contact.cardPicture', {})).toEqual(first);
  const code = (await standingCode(world.house, cadre)).split('/s/')[1];
  expect(drawn().map(({ question }) => question)).toMatchObject([{ scene: code, page: 'home/index' }]);
});

it('D2.4 a card that was renewed has another picture, and the old one is thrown away', async () => {
  const cadre = await aCadre();
  const old = await call(world.house, cadre, 'contact.cardPicture', {});
  const fileOf = () =>
    world.db.kysely.selectFrom('code').select('picture').where('person_id', '=', cadre.personId).execute();
  const [{ picture: oldFile } = { picture: null }] = await fileOf();
  await call(world.house, cadre, 'contact.renewCode', { requestId: rid() });
  expect((await call(world.house, cadre, 'contact.cardPicture', {})).picture).not.toBe(old.picture);
  const files = (await fileOf()).map(({ picture }) => picture);
  expect(files).toHaveLength(2);
  expect(files).not.toContain(oldFile);
  expect(files).toContain(null);
});

it('a WeChat that is busy is told as such, and nothing is kept', async () => {
  const cadre = await aCadre();
  weixin.order('/wxa/getwxacodeunlimit', -1, 2);
  await expect(call(world.house, cadre, 'contact.cardPicture', {})).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  expect((await call(world.house, cadre, 'contact.cardPicture', {})).type).toBe('png');
});

it('a file that is gone from the store is drawn anew', async () => {
  const cadre = await aCadre();
  const first = await call(world.house, cadre, 'contact.cardPicture', {});
  await world.db.kysely
    .updateTable('code')
    .set({ picture: 'cloud://youth-laptop.796f-youth-laptop-1250000000/cards/gone.png' })
    .where('person_id', '=', cadre.personId)
    .execute();
  expect(await call(world.house, cadre, 'contact.cardPicture', {})).toEqual(first);
});
