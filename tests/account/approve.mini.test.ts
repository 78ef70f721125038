import { openidOf } from '../../local/demo/cast';
import { bootMiniProgram, type MiniProgram } from '../support/mini';
import { standIn } from '../support/stand-in';
import { post } from '../support/wx/door';

jest.setTimeout(60_000);

interface Replied {
  ok: boolean;
  output: { text: string; secret: string; state: string };
  error?: { code: string };
}

const ofBrowser = async (operation: string, input: object): Promise<Replied> => {
  const header = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/131.0.0.0 Safari/537.36' };
  const url = `${standIn().url}/api/account/${operation}`;
  return (await post({ url, header, data: input })).data as Replied;
};

let mini: MiniProgram;
beforeAll(async () => {
  mini = await bootMiniProgram(openidOf('he-zhiyuan'));
});

async function scanAsked(): Promise<string> {
  const { output } = await ofBrowser('askSignIn', {});
  mini.scans(output.text);
  await mini.until(() => mini.byId('scan'), 'the home of a cadre');
  await mini.tap(mini.byId('scan'));
  await mini.until(() => mini.byId('approve'), 'the page that asks');
  return output.secret;
}

it('the built mini-program: a scanned code of a browser asks, and a yes lets that browser in', async () => {
  const secret = await scanAsked();
  expect(mini.text()).toContain('Windows 上的 Chrome');
  expect(mini.text()).toContain('只在你自己面前的电脑上确认');
  expect((await ofBrowser('finishSignIn', { secret })).output.state).toBe('seen');
  await mini.tap(mini.byId('approve'));
  await mini.until(() => mini.text().includes('电脑上进来了'), 'the success');
  expect((await ofBrowser('finishSignIn', { secret })).output.state).toBe('in');
  await mini.tap(mini.saying('好'));
});

it('the built mini-program: a no', async () => {
  const secret = await scanAsked();
  await mini.tap(mini.byId('refuse'));
  await mini.until(() => mini.text().includes('没有让它登录'), 'the no');
  expect((await ofBrowser('finishSignIn', { secret })).error?.code).toBe('SIGN_IN_REFUSED');
});

it('the built mini-program, opened by the code of WeChat’s own scanner: it asks as well', async () => {
  const { output } = await ofBrowser('askSignIn', {});
  mini.tapCard(`/home/index?q=${encodeURIComponent(output.text)}`);
  await mini.until(() => mini.byId('approve'), 'the page that asks');
});
