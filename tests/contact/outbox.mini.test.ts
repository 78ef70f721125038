import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { uuidv7 } from 'uuidv7';
import { type CastKey, openidOf } from '../../local/demo/cast';
import { bootMiniProgram, type MiniProgram } from '../support/mini';
import { standIn } from '../support/stand-in';
import { askAs } from '../support/wx/door';
import { makeNetwork } from '../support/wx/network';

interface Youth {
  openid: string;
  name: string;
  /** The text of the live code. */
  code: string;
}

jest.setTimeout(60_000);

const youths: Youth[] = [];
afterAll(async () => {
  for (const { openid } of youths)
    for (const { contactId } of await holders(openid))
      await askAs(openid, 'contact.leave', { contactId, block: false, requestId: uuidv7() });
});

async function codeOf(openid: string): Promise<string> {
  const { codes } = await askAs<{ codes: { text: string }[] }>(openid, 'contact.code', { kind: 'youth' });
  return codes[0]?.text ?? '';
}

/** A youth of this test's own, who is new here. */
async function aYouth(name: string): Promise<Youth> {
  const openid = `oOutbox-${youths.length}`.padEnd(28, '-');
  const { version } = await askAs<{ version: number }>(openid, 'privacy.notice', {});
  const born = { birthYear: 2001, birthMonth: 3 };
  const form = { noticeVersion: version, name, ...born, field: 'rural', unit: null, requestId: uuidv7() };
  await askAs(openid, 'org.register', form);
  const youth = { openid, name, code: await codeOf(openid) };
  youths.push(youth);
  return youth;
}

async function holders(openid: string): Promise<{ contactId: string; name: string }[]> {
  return (await askAs<{ items: { contactId: string; name: string }[] }>(openid, 'contact.holders', {})).items;
}

/** Whoever holds the youth now, as the server has it. */
const heldBy = async ({ openid }: Youth): Promise<string[]> => (await holders(openid)).map(({ name }) => name);

/** Every counter of the database against a recount of its contacts. */
async function recounted(): Promise<string> {
  const args = ['--import', 'tsx', 'local/recount.ts', standIn().ownerUrl];
  return (await promisify(execFile)(process.execPath, args)).stdout;
}
const agreed = /^ok \d+ posts agree/;

const start = (who: CastKey, phone?: Parameters<typeof bootMiniProgram>[2]) =>
  bootMiniProgram(openidOf(who), '/home/index', phone);

const sees = (mini: MiniProgram, text: string) => mini.until(() => mini.text().includes(text), text);

const tap = async (mini: MiniProgram, id: string) => mini.tap(await mini.until(() => mini.byId(id), id));

/** Home of a cadre, with a network. */
async function aCadre(who: CastKey): Promise<MiniProgram> {
  const mini = await start(who);
  await mini.until(() => mini.byId('scan'), 'the home of a cadre');
  return mini;
}

async function scan(mini: MiniProgram, code: string): Promise<void> {
  mini.scans(code);
  await tap(mini, 'scan');
}

async function scanAndKeep(mini: MiniProgram, code: string): Promise<void> {
  await scan(mini, code);
  await sees(mini, '现在看不到这是谁');
  await tap(mini, 'keep');
  await sees(mini, '记在手机里了');
  await tap(mini, 'close-sheet');
}

/** The registrations that arrived, in their order. */
const registrations = ({ network }: MiniProgram) =>
  network.arrived
    .filter(({ op }) => op === 'contact.register')
    .map(({ input }) => input as { text: string; requestId: string });

const count = (text: string, word: string): number => text.split(word).length - 1;

it('D8.1 the built mini-program: scans without a network wait in their order; each gets its answer, one is refused', async () => {
  const first = await aYouth('卢一鸣');
  const last = await aYouth('方小满');
  const undone = await aYouth('温如玉');
  const mini = await aCadre('luo-jiashu');
  const full = await codeOf(openidOf('zheng-kexin'));
  const ring = /\d+\/ 100 位/.exec(mini.text())?.[0] ?? 'the ring';

  await scan(mini, undone.code);
  await sees(mini, undone.name);
  mini.network.off();
  await tap(mini, 'confirm');
  await sees(mini, '连上后会自动送出，送到才算数');
  await tap(mini, 'close-sheet');
  await sees(mini, '没有网络，1 笔等着送出');
  await mini.tap(mini.saying(undone.name));
  await tap(mini, 'drop');
  await mini.until(() => !mini.text().includes('待同步'), 'nothing that waits');

  await scanAndKeep(mini, first.code);
  await scanAndKeep(mini, full);
  await scanAndKeep(mini, last.code);
  await sees(mini, '没有网络，3 笔等着送出');
  expect(count(mini.text(), '待同步')).toBe(3);
  expect(mini.text()).toContain(ring);
  expect([await heldBy(first), await heldBy(last)]).toEqual([[], []]);

  mini.network.on();
  await mini.until(() => count(mini.text(), '已同步') === 2, 'two that arrived');
  expect(mini.text()).toContain(first.name);
  expect(mini.text()).toContain(last.name);
  expect(registrations(mini).map(({ text }) => text)).toEqual([first.code, full, last.code]);
  expect([await heldBy(first), await heldBy(last)]).toEqual([['骆嘉澍'], ['骆嘉澍']]);
  expect(await heldBy(undone)).toEqual([]);
  expect((await holders(openidOf('zheng-kexin'))).map(({ name }) => name)).not.toContain('骆嘉澍');
  expect(await recounted()).toMatch(agreed);

  await mini.tap(mini.saying('这位青年暂时加不了'));
  await sees(mini, '最多 3 名');
  await tap(mini, 'drop');
  await mini.until(() => !mini.text().includes('没有成功'), 'the refusal read and gone');
  const kept = JSON.stringify([...mini.kill()]);
  expect(kept).not.toContain(first.code);
  expect(kept).not.toContain(last.code);
});

it('D8.1 the app is taken out of memory with a scan unsent: started again it shows it, and sends it when it can', async () => {
  const youth = await aYouth('甘霖');
  const another = await aYouth('申屠雪');
  const before = await aCadre('luo-jiashu');
  before.network.off();
  await scanAndKeep(before, youth.code);
  const kept = before.kill();

  const offline = await start('luo-jiashu', { kept, network: makeNetwork(false) });
  await sees(offline, '没有网络，1 笔等着送出');
  expect(offline.text()).toContain('现在也可以先扫');
  await offline.tap(offline.saying('待同步'));
  await sees(offline, '连上后会自动送出，送到才算数');
  expect(offline.byId('drop')).not.toBeNull();
  await tap(offline, 'close-sheet');

  await scanAndKeep(offline, another.code);
  await sees(offline, '没有网络，2 笔等着送出');
  expect([await heldBy(youth), await heldBy(another)]).toEqual([[], []]);
  offline.network.on();
  await offline.until(() => count(offline.text(), '已同步') === 2, 'two that arrived');
  expect([await heldBy(youth), await heldBy(another)]).toEqual([['骆嘉澍'], ['骆嘉澍']]);
  offline.kill();
});

/** Confirms a scan whose answer does not come back. */
async function confirmInVain(mini: MiniProgram, youth: Youth): Promise<void> {
  await scan(mini, youth.code);
  await sees(mini, youth.name);
  mini.network.lose('answers', 'contact.register');
  await tap(mini, 'confirm');
  await sees(mini, '刚才可能已经送到');
  expect(mini.byId('undo')).toBeNull();
  expect(await heldBy(youth)).toEqual(['麦浩铭']);
}

it('C4 the answer is lost on its way: said so, sent again by itself, one contact', async () => {
  const youth = await aYouth('骆千帆');
  const mini = await aCadre('mai-haoming');
  await confirmInVain(mini, youth);
  mini.network.on();
  await sees(mini, `已联系${youth.name}`);
  const ids = registrations(mini).map(({ requestId }) => requestId);
  expect(ids.length).toBeGreaterThan(1);
  expect(new Set(ids).size).toBe(1);
  expect(await heldBy(youth)).toEqual(['麦浩铭']);
  expect(await recounted()).toMatch(agreed);
  mini.kill();
});

it('C4 the answer is lost and the app is gone too: sent again after the next start, one contact', async () => {
  const youth = await aYouth('宁静远');
  const mini = await aCadre('mai-haoming');
  await confirmInVain(mini, youth);
  const restarted = await start('mai-haoming', { kept: mini.kill() });
  await sees(restarted, '已同步');
  expect(restarted.text()).toContain(youth.name);
  expect(await heldBy(youth)).toEqual(['麦浩铭']);
  expect(await recounted()).toMatch(agreed);
  restarted.kill();
});

it('D1.1 never under another person, who signs in on the same phone', async () => {
  const youth = await aYouth('司徒青');
  const first = await aCadre('mai-haoming');
  first.network.off();
  await scanAndKeep(first, youth.code);
  const kept = first.kill();

  const second = await start('he-zhiyuan', { kept });
  await sees(second, '还差');
  await tap(second, 'tab-me');
  await sees(second, '何志远');
  await tap(second, 'tab-today');
  await second.until(() => second.byId('scan'), 'the day of another cadre');
  expect(second.text()).not.toContain('待同步');
  const keptOfBoth = second.kill();

  const back = await start('mai-haoming', { kept: keptOfBoth });
  await sees(back, '已同步');
  expect(await heldBy(youth)).toEqual(['麦浩铭']);
  back.kill();
});

it('signing out with something unsent asks first; thrown away, it is never sent', async () => {
  const youth = await aYouth('易安');
  const mini = await aCadre('mai-haoming');
  mini.network.off();
  await scanAndKeep(mini, youth.code);
  await tap(mini, 'tab-me');
  await tap(mini, 'sign-out');
  await sees(mini, '还有 1 笔没有送出');
  await tap(mini, 'sign-out-anyway');
  await sees(mini, '还没有退出');
  await tap(mini, 'close-sheet');
  await tap(mini, 'tab-today');
  await sees(mini, '待同步');

  mini.network.lose('calls', 'contact.register');
  await tap(mini, 'tab-me');
  await tap(mini, 'sign-out');
  await tap(mini, 'sign-out-anyway');
  await sees(mini, '已退出');
  const kept = mini.kill();
  expect([...kept.keys()].filter((key) => key.startsWith('outbox'))).toEqual([]);

  const again = await start('mai-haoming', { kept });
  await again.until(() => again.byId('scan'), 'the home of a cadre');
  expect(again.text()).not.toContain('待同步');
  expect(await heldBy(youth)).toEqual([]);
  again.kill();
});
