import { uuidv7 } from 'uuidv7';
import { openidOf } from '../../local/demo/cast';
import { bootMiniProgram, type MiniProgram } from '../support/mini';
import { askAs } from '../support/wx/door';
import { makeNetwork } from '../support/wx/network';

const cadre = openidOf('mai-haoming');

interface Log {
  logId: string;
  task: string;
  way: string;
  text: string | null;
  people: { name: string }[];
  open: boolean;
}

jest.setTimeout(60_000);

/** What was written today; the demo has earlier ones. */
const logs = async (): Promise<Log[]> =>
  (await askAs<{ items: Log[] }>(cadre, 'contactLog.list', {})).items.filter(({ open }) => open);
const sees = (mini: MiniProgram, text: string) => mini.until(() => mini.text().includes(text), text);
const tap = async (mini: MiniProgram, id: string) => mini.tap(await mini.until(() => mini.byId(id), id));

afterAll(async () => {
  for (const { logId } of await logs()) await askAs(cadre, 'contactLog.remove', { logId, requestId: uuidv7() });
});

it('D2.5 D2.6 the built mini-program: 记一笔 in a few taps, repeated with one more, and without a network kept and sent later', async () => {
  const { last } = await askAs<{ last: { task: string } | null }>(cadre, 'contactLog.offer', {});
  const [task, word] = last?.task === 'help' ? ['listening', '重倾听'] : ['help', '办实事'];
  const network = makeNetwork();
  const mini = await bootMiniProgram(cadre, '/home/index', { network });
  await tap(mini, 'log');
  await tap(mini, 'save-log');
  await sees(mini, '还没有选和谁');
  await tap(mini, 'choose-whom');
  await tap(mini, 'whom-done');
  await tap(mini, 'choose-whom');
  const { items } = await askAs<{ items: { name: string }[] }>(cadre, 'contact.list', {});
  const name = items[0]?.name ?? '';
  await mini.tap(await mini.until(() => mini.saying(name), name));
  await sees(mini, '就这 1 位');
  await tap(mini, 'whom-done');
  await mini.tap(mini.saying(word));
  await tap(mini, 'way-phone');
  await mini.type('text', '聊了秋收');
  await tap(mini, 'save-log');
  await mini.until(() => mini.byId('scan'), 'the home again');
  expect(await logs()).toMatchObject([{ task, way: 'phone', text: '聊了秋收', people: [{ name }] }]);

  await tap(mini, 'log');
  await sees(mini, `和上一笔一样：${word}，电话`);
  await tap(mini, 'repeat');
  await sees(mini, '1 位');
  await tap(mini, 'save-log');
  await mini.until(() => mini.byId('scan'), 'the home again');
  expect(await logs()).toHaveLength(2);

  await tap(mini, 'log');
  await tap(mini, 'repeat');
  await sees(mini, '1 位');
  network.off();
  await mini.type('text', '路上没有网');
  await tap(mini, 'save-log');
  await sees(mini, '没有网络，1 笔等着送出');
  expect(await logs()).toHaveLength(2);
  network.on();
  await sees(mini, '已同步');
  expect((await logs()).map(({ text }) => text)).toContain('路上没有网');
  mini.quit();
});
