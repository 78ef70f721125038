import { uuidv7 } from 'uuidv7';
import { openidOf } from '../../local/demo/cast';
import type { Outputs } from '../../types/contract';
import { codeOfLuocun } from '../support/luocun';
import { bootMiniProgram, type MiniProgram } from '../support/mini';
import { askAs } from '../support/wx/door';
import { makeNetwork } from '../support/wx/network';

const cadre = openidOf('luo-jiashu');

jest.setTimeout(60_000);

const sees = (mini: MiniProgram, text: string) => mini.until(() => mini.text().includes(text), text);
const tap = async (mini: MiniProgram, id: string) => mini.tap(await mini.until(() => mini.byId(id), id));

const today = async () => {
  const { today: day } = await askAs<{ today: string }>(cadre, 'org.me', {});
  const of = { from: day, until: day };
  return (await askAs<Outputs['grassrootsDay']['days']>(cadre, 'grassrootsDay.days', of)).items;
};

/** The demo's week stays as it was. */
afterEach(async () => {
  for (const { checkInId } of await today())
    await askAs(cadre, 'grassrootsDay.undoCheckIn', { checkInId, requestId: uuidv7() });
});

it('D4.2 the built mini-program: a site’s code is scanned, and one tap makes a day', async () => {
  const mini = await bootMiniProgram(cadre);
  mini.scans(await codeOfLuocun());
  await tap(mini, 'scan');
  await sees(mini, '今天算一天');
  await sees(mini, '罗村青少年服务台');
  await tap(mini, 'check-in');
  await mini.until(() => mini.byId('see-day'), 'the way to the day');
  expect(await today()).toMatchObject([{ state: 'confirmed', site: { name: '罗村青少年服务台' } }]);
  await tap(mini, 'undo');
  await mini.until(() => mini.byId('scan'), 'the home again');
  expect(await today()).toEqual([]);
  mini.quit();
});

it('D9.2 the built mini-program: a yes to the place that did not arrive is none, and the day counts without it', async () => {
  const network = makeNetwork();
  const mini = await bootMiniProgram(cadre, '/home/index', { network });
  mini.scans(await codeOfLuocun());
  await tap(mini, 'scan');
  await mini.until(() => mini.byId('with-location'), 'the question');
  network.lose('calls', 'grassrootsDay.allowLocation');
  await tap(mini, 'with-location');
  await sees(mini, '没有连上');
  await tap(mini, 'check-in');
  await mini.until(() => mini.byId('see-day'), 'the way to the day');
  expect(await today()).toMatchObject([{ state: 'confirmed', distanceMetres: null }]);
  mini.quit();
});

it('D10.2 the built mini-program: scanned without a network, kept, and of the code’s own day when it is sent', async () => {
  const network = makeNetwork();
  const mini = await bootMiniProgram(cadre, '/home/index', { network });
  await mini.until(() => mini.byId('scan'), 'the home');
  mini.scans(await codeOfLuocun());
  network.off();
  await tap(mini, 'scan');
  await tap(mini, 'keep');
  await sees(mini, '记在手机里了');
  expect(await today()).toEqual([]);
  network.on();
  await sees(mini, '算一天');
  expect(await today()).toMatchObject([{ state: 'confirmed', clock: 'step' }]);
  mini.quit();
});
