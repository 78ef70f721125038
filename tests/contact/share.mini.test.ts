import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { uuidv7 } from 'uuidv7';
import { openidOf } from '../../local/demo/cast';
import { bootMiniProgram, callFunctionAs } from '../support/mini';

interface Answered<Output> {
  ok: boolean;
  output: Output;
}

async function as<Output>(openid: string, op: string, input: object): Promise<Output> {
  const { result } = await callFunctionAs(openid, 'api', { op, input });
  return (result as Answered<Output>).output;
}

interface Held {
  items: { contactId: string; name: string; startedBy: string }[];
}

const cadre = openidOf('liang-qianwen');
const youth = openidOf('cen-leyi');

jest.setTimeout(60_000);

/** What the cadre's card gives to a chat, from its own button. */
async function cardInAChat() {
  const mini = await bootMiniProgram(cadre);
  await mini.until(() => mini.byId('tab-me'), 'the home of a cadre');
  await mini.tap(mini.byId('tab-me'));
  await mini.until(() => mini.byId('send-card'), 'the button on the card');
  const [card, plain] = [mini.share('button'), mini.share('menu')];
  mini.quit();
  return { card, plain };
}

it('D2.4 the card goes into a chat in the person’s name in the open; WeChat’s menu gives the plain home', async () => {
  const { card, plain } = await cardInAChat();
  expect(card?.title).toBe('共青团南海梁倩文，想和你保持联系');
  expect(card?.path).toMatch(/^\/home\/index\?q=https?%3A%2F%2F[\w.%-]+%2Fs%2FC[\w-]{22}$/);
  expect(plain).toMatchObject({ title: '到青年中去', path: '/home/index' });
  for (const { imageUrl } of [card, plain].filter((share) => share !== null))
    expect(existsSync(`dist/weapp${imageUrl}`)).toBe(true);
});

it('the button is WeChat’s own, which alone opens the list of chats', () => {
  expect(readFileSync('dist/weapp/home/index.js', 'utf8')).toContain('openType:"share"');
  expect(readFileSync('dist/weapp/base.wxml', 'utf8')).toMatch(/<button [^>]*open-type="/);
});

it('no other page can be sent', async () => {
  const built = readdirSync('dist/weapp', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  const sharing = built.filter((file) => readFileSync(`dist/weapp/${file}`, 'utf8').includes('enableShareAppMessage'));
  expect(sharing).toEqual(['home/index.js']);
  const mini = await bootMiniProgram(youth, '/contact/holder');
  await mini.until(() => mini.text().includes('谁看过你的详情'), 'the record');
  expect(mini.share('menu')).toBeNull();
  mini.quit();
});

it('D2.2 a youth opens the card from a cold start and accepts in one tap; both have it, begun by the youth', async () => {
  const { card } = await cardInAChat();
  const mini = await bootMiniProgram(youth, card?.path);
  await mini.until(() => mini.byId('confirm'), 'the sheet');
  expect(mini.text()).toContain('共青团南海梁倩文');
  expect(mini.text()).toContain('会看到你的姓名、年龄、领域和单位');
  expect(mini.text()).toContain('让共青团南海梁倩文联系我');

  await mini.tap(mini.byId('confirm'));
  await mini.until(() => mini.text().includes('梁倩文可以联系你了'), 'the success');
  const { items } = await as<Held>(youth, 'contact.holders', {});
  expect(items).toMatchObject([{ name: '梁倩文', startedBy: 'youth' }]);
  expect((await as<Held>(cadre, 'contact.list', {})).items[0]).toMatchObject({ name: '岑乐怡' });

  mini.tapCard(card?.path ?? '');
  await mini.until(() => mini.text().includes('你们已经联系上了'), 'the card, tapped again');
  expect(mini.text()).toContain('知道了');
  expect(mini.text()).not.toContain('扫下一位');

  const [held] = (await as<Held>(youth, 'contact.holders', {})).items;
  await as(youth, 'contact.leave', { contactId: held?.contactId, block: false, requestId: uuidv7() });
  mini.quit();
});

it('the card is tapped while another page is open, and once more with a 小程序码’s scene', async () => {
  const { card } = await cardInAChat();
  const mini = await bootMiniProgram(youth, '/privacy/notice');
  await mini.until(() => mini.text().includes('谁在处理'), 'the notice');
  mini.tapCard(card?.path ?? '');
  await mini.until(() => mini.byId('confirm'), 'the sheet');
  const code = /%2Fs%2F(C.*)$/.exec(card?.path ?? '')?.[1] ?? '';
  mini.tapCard(`/home/index?scene=${code}`);
  await mini.until(() => mini.text().includes('让共青团南海梁倩文联系我'), 'the sheet by the scene');
  mini.quit();
});
