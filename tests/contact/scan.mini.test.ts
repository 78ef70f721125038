import { searchText } from '../../cloudfunctions/api/org/searchText.apart';
import { openidOf } from '../../local/demo/cast';
import { bootMiniProgram, type MiniProgram } from '../support/mini';
import { askAs } from '../support/wx/door';

const cadre = openidOf('he-zhiyuan');
const youth = openidOf('lin-xiaotong');

jest.setTimeout(60_000);

let mini: MiniProgram;
beforeAll(async () => {
  mini = await bootMiniProgram(cadre);
});

it('D2.1 the built mini-program: home, a scan through wx.scanCode, confirmed, the ring moves, undone', async () => {
  await mini.until(() => mini.byId('scan'), 'the home of a cadre');
  expect(mini.text()).toContain('84');
  expect(mini.text()).toContain('还差 16 位');

  const { codes } = await askAs<{ codes: { text: string }[] }>(youth, 'contact.code', { kind: 'youth' });
  mini.scans(codes[0]?.text ?? '');
  await mini.tap(mini.byId('scan'));
  await mini.until(() => mini.byId('confirm'), 'the sheet after the scan');
  expect(mini.text()).toContain('林晓彤');
  expect(mini.text()).toContain('第 85 位，企业 12 人');

  await mini.tap(mini.byId('confirm'));
  await mini.until(() => mini.text().includes('已联系林晓彤'), 'the success');
  expect(mini.vibrated()).toBe(1);
  await mini.until(() => mini.text().includes('还差 15 位'), 'the ring behind the sheet');
  const { items } = await askAs<{ items: { name: string }[] }>(youth, 'contact.holders', {});
  expect(items.map(({ name }) => name)).toContain('何志远');

  await mini.tap(mini.byId('undo'));
  await mini.until(() => mini.text().includes('已撤销'), 'the undoing');
  await mini.until(() => mini.text().includes('还差 16 位'), 'the ring as before');
});

it('D2.2 the built mini-program: the list of youths is searched by initials', async () => {
  await mini.tap(mini.byId('tab-youths'));
  await mini.until(() => mini.text().includes('全部 84'), 'the list');
  await mini.type('search', 'zzzz');
  await mini.until(() => mini.text().includes('没有找到“zzzz”'), 'nobody of that name');
  const { items } = await askAs<{ items: { name: string }[] }>(cadre, 'contact.list', {});
  const name = items[0]?.name ?? '';
  const [, initials = ''] = searchText(name).split(' ');
  await mini.type('search', initials);
  await mini.until(() => mini.text().includes(name), `${initials}, who is ${name}`);
});
