import { uuidv7 } from 'uuidv7';
import { openidOf } from '../../local/demo/cast';
import type { Outputs } from '../../types/contract';
import { shareInWords } from '../../src/lib/quarters';
import { newOpenid } from '../support/crowd';
import { bootMiniProgram, type MiniProgram } from '../support/mini';
import { askAs } from '../support/wx/door';
import { makeNetwork } from '../support/wx/network';

type Quarter = Outputs['contactLog']['quarter'];
type List = Outputs['contactLog']['list'];

const cadre = openidOf('he-zhiyuan');
const administrator = openidOf('deng-qiwen');

jest.setTimeout(60_000);

const sees = (mini: MiniProgram, text: string) => mini.until(() => mini.text().includes(text), text);
const tap = async (mini: MiniProgram, id: string) => mini.tap(await mini.until(() => mini.byId(id), id));
const textOf = (mini: MiniProgram, id: string): string => mini.byId(id)?.textContent ?? '';

/** From home by the line that says how the quarter stands. */
async function openQuarter(mini: MiniProgram): Promise<MiniProgram> {
  await tap(mini, 'quarter');
  await mini.until(() => mini.byId('demand-quota'), 'the demands');
  return mini;
}

const opened = async (openid: string): Promise<MiniProgram> => openQuarter(await bootMiniProgram(openid));

/** A cadre who claims a post in this moment, and holds nobody. */
async function aNewCadre(): Promise<MiniProgram> {
  const { org } = await askAs<{ org: { orgId: number } }>(administrator, 'org.overview', {});
  const post = { service: 'partTime', inEstablishment: false, leadership: false, title: '委员', from: '2026-01-01' };
  const asked = { orgId: org.orgId, name: '岑小满', post, requestId: uuidv7() };
  const { link } = await askAs<{ link: string }>(administrator, 'org.invite', asked);
  const mini = await bootMiniProgram(newOpenid(), `/home/index?q=${encodeURIComponent(link)}`);
  await tap(mini, 'claim');
  return mini;
}

it('D2.1 D2.3 the built mini-program: each demand as the server counts it, and behind a figure its records', async () => {
  const { today, quota, voice, activities, faceToFace } = await askAs<Quarter>(cadre, 'contactLog.quarter', {});
  const mini = await opened(cadre);
  for (const [id, ...told] of [
    ['demand-quota', '联系 100 位', '84', `还差 ${quota.missing} 位`],
    ['demand-voice', `${voice.days} / ${voice.of} 天`, `记了 ${voice.logs} 笔`],
    ['demand-activity', `${activities.done} 场`],
    ['demand-meeting', shareInWords(faceToFace.met, faceToFace.of), `${faceToFace.of} 位里见过 ${faceToFace.met} 位`],
  ] as const)
    for (const words of told) expect(textOf(mini, id)).toContain(words);
  await sees(mini, '有声音的日子');
  for (const title of ['七个领域', '普通青年', '和别人重复']) expect(mini.text()).toContain(title);

  const from = `${today.slice(0, 4)}-01-01`;
  const [latest] = (await askAs<List>(cadre, 'contactLog.list', { only: 'met', from })).items;
  await tap(mini, 'demand-meeting');
  await sees(mini, '算见过面的');
  // On the first days of a year the demo has met nobody yet.
  await sees(mini, latest ? (latest.people[0]?.name ?? '') : '这里还没有记录');
  mini.back();
  await tap(mini, 'self-check');
  await sees(mini, '联系青年自查');
  mini.quit();
});

it('D2.3 the built mini-program: the quarter before, and back to this one', async () => {
  const mini = await opened(cadre);
  await tap(mini, 'quarter-before');
  await sees(mini, '已经过完');
  expect(mini.byId('next-step')).toBeNull();
  await tap(mini, 'quarter-after');
  await mini.until(() => mini.byId('next-step'), 'this quarter again');
  mini.quit();
});

it('D2.1 the built mini-program: a cadre who holds nobody yet is told how to begin, and nothing is made up', async () => {
  const mini = await openQuarter(await aNewCadre());
  expect(textOf(mini, 'demand-quota')).toContain('请对方打开“我的码”');
  expect(textOf(mini, 'demand-meeting')).toContain('先联系上，再约着见一面');
  expect(textOf(mini, 'demand-meeting')).not.toContain('都见过了');
  expect(mini.text()).toContain('从第一位青年开始');
  await sees(mini, '有声音的日子');
  expect(mini.text()).not.toMatch(/NaN|undefined|null/);
  await tap(mini, 'demand-voice');
  await sees(mini, '这里还没有记录');
  mini.quit();
});

it('D8.1 the built mini-program: where the quarter cannot be loaded, it says so, and a tap tries again', async () => {
  const network = makeNetwork();
  const mini = await bootMiniProgram(cadre, '/log/quarter', { network: (network.off(), network) });
  await sees(mini, '没有连上');
  expect(mini.byId('demand-quota')).toBeNull();
  network.on();
  await mini.until(() => {
    const again = mini.saying('再试一次');
    if (again) void mini.tap(again);
    return mini.byId('demand-quota');
  }, 'the demands after all');
  mini.quit();
});
