import { openidOf } from '../../local/demo/cast';
import { weekSentence, weekTitle } from '../../src/days/weekWords';
import type { Outputs } from '../../types/contract';
import { bootMiniProgram, type MiniProgram } from '../support/mini';
import { askAs } from '../support/wx/door';
import { makeNetwork } from '../support/wx/network';

type Year = Outputs['grassrootsDay']['year'];

const cadre = openidOf('he-zhiyuan');

jest.setTimeout(60_000);

const sees = (mini: MiniProgram, text: string) => mini.until(() => mini.text().includes(text), text);
const tap = async (mini: MiniProgram, id: string) => mini.tap(await mini.until(() => mini.byId(id), id));

it('D4.3 the built mini-program: the year of weeks as the server judges it, each week with its sentence', async () => {
  const { weeks } = await askAs<Year>(cadre, 'grassrootsDay.year', {});
  const [before, last] = weeks.slice(-2);
  if (!before || !last) throw new Error('the demo has no weeks');
  const mini = await bootMiniProgram(cadre);
  await tap(mini, 'weeks');
  await sees(mini, weekTitle(last));
  await sees(mini, weekSentence(last));
  await tap(mini, 'week-before');
  await sees(mini, weekTitle(before));
  await sees(mini, weekSentence(before));
  await tap(mini, `week-${last.monday}`);
  await sees(mini, weekTitle(last));
  expect(mini.text()).not.toMatch(/NaN|undefined|null/);
  await tap(mini, 'year-before');
  await tap(mini, 'year-after');
  await sees(mini, weekTitle(last));
  mini.quit();
});

it('C17 the built mini-program: leave is asked for, and taken back', async () => {
  const mini = await bootMiniProgram(cadre, '/days/leave');
  await tap(mini, 'new-leave');
  await tap(mini, 'ask-leave');
  await sees(mini, '等答复');
  const { items } = await askAs<Outputs['grassrootsDay']['leaves']>(cadre, 'grassrootsDay.leaves', {});
  const [leave] = items;
  expect(leave).toMatchObject({ state: 'asked', from: leave?.until });
  await tap(mini, `leave-${leave?.leaveId}`);
  await tap(mini, 'cancel-leave');
  await sees(mini, '取消了');
  mini.quit();
});

it('D8.1 the built mini-program: where the year cannot be loaded, it says so, and a tap tries again', async () => {
  const network = makeNetwork();
  const mini = await bootMiniProgram(cadre, '/days/year', { network: (network.off(), network) });
  await sees(mini, '没有连上');
  network.on();
  await mini.until(() => {
    const again = mini.saying('再试一次');
    if (again) void mini.tap(again);
    return mini.byId('week-before');
  }, 'the weeks after all');
  mini.quit();
});
