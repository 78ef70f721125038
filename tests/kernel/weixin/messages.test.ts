import { existsSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendMessage } from '../../../cloudfunctions/api/kernel/weixin/messages';
import { contentOf, offeredMessages } from '../../../cloudfunctions/api/kernel/messages';
import { TEMPLATES } from '../../../local/host/functions';
import { MESSAGE_KINDS } from '../../../types/words';
import { TEMPLATE_ANSWER, TEMPLATE_TODO, testSettings } from '../../support/house';
import { aWeixin, type Weixin } from '../../support/weixin';

const SEND = '/cgi-bin/message/subscribe/send';
const TOKEN = '/cgi-bin/stable_token';
const template = TEMPLATES.answer.id;

let weixin: Weixin;
let settings: ReturnType<typeof testSettings>;
beforeEach(async () => {
  weixin = await aWeixin('s&cret');
  settings = testSettings({ ...weixin.settings, APP_WX_TEMPLATE_ANSWER: TEMPLATE_ANSWER });
});
afterEach(() => weixin.end());

const waiting = { kind: 'answer', about: 'application', madeAt: new Date('2026-11-26T01:05:00Z') } as const;
const message = () => {
  const content = contentOf(waiting, settings);
  if (!content) throw new Error('there is no template');
  return { openid: 'oA', ...content };
};
const asked = (): number => weixin.heard.filter(({ path }) => path === SEND).length;

describe('what became of a message', () => {
  it('arrives once for each acceptance, and is then not wanted', async () => {
    weixin.acceptMessage('oA', template);
    expect(await sendMessage(settings, message())).toEqual({ outcome: 'sent' });
    expect(await sendMessage(settings, message())).toEqual({ outcome: 'unwanted' });
    expect(weixin.sent).toMatchObject([
      {
        openid: 'oA',
        page: 'org/apply',
        values: { thing2: '你提的事有答复了，点开看看', time3: '2026年11月26日 09:05' },
      },
    ]);
  });

  it('D2.5 that something waits for a cadre says no more, and opens the home', async () => {
    const withBoth = { ...settings, APP_WX_TEMPLATE_TODO: TEMPLATE_TODO };
    const content = contentOf({ ...waiting, kind: 'todo', about: 'todos' }, withBoth);
    expect(contentOf({ ...waiting, kind: 'todo', about: 'todos' }, settings)).toBeNull();
    if (!content) throw new Error('there is no template');
    weixin.acceptMessage('oA', TEMPLATES.todo.id);
    expect(await sendMessage(settings, { openid: 'oA', ...content })).toEqual({ outcome: 'sent' });
    expect(weixin.sent).toMatchObject([
      { page: 'home/index', values: { thing1: '有几件事等着你，点开看看', time2: '2026年11月26日 09:05' } },
    ]);
  });

  it.each([40003, 43101, 43104, 43107])('errcode %i: its person does not want it', async (errcode) => {
    weixin.order(SEND, errcode);
    expect(await sendMessage(settings, message())).toEqual({ outcome: 'unwanted' });
  });

  it.each([45009, 45011, 44991, 40037, 47003])('errcode %i: it was refused, and was not sent', async (errcode) => {
    weixin.order(SEND, errcode);
    expect(await sendMessage(settings, message())).toMatchObject({ outcome: 'notSent' });
    expect(asked()).toBe(1);
  });

  it('without an access token nothing was asked', async () => {
    weixin.order(TOKEN, 40125);
    expect(await sendMessage(settings, message())).toMatchObject({ outcome: 'notSent' });
    weixin.order(TOKEN, -1, 2);
    expect(await sendMessage(settings, message())).toMatchObject({ outcome: 'notSent' });
    expect(asked()).toBe(0);
  });

  it('where nobody answers at all it was not sent', async () => {
    const nowhere = { ...settings, APP_WX_API: 'http://127.0.0.1:1999/weixin' };
    expect(await sendMessage(nowhere, message())).toMatchObject({ outcome: 'notSent' });
  });

  it('WeChat has trouble of its own: nobody knows, and it is not asked again', async () => {
    weixin.acceptMessage('oA', template);
    weixin.order(SEND, -1);
    expect(await sendMessage(settings, message())).toMatchObject({ outcome: 'unknown' });
    expect(asked()).toBe(1);
  });
});

describe('a lost answer may have been a message', () => {
  let server: Server;
  let sends = 0;
  const losing = (how: (response: ServerResponse) => void) =>
    new Promise<string>((resolve) => {
      sends = 0;
      server = createServer((request, response) => {
        if (request.url?.startsWith(TOKEN)) return response.end('{"access_token":"t","expires_in":7200}');
        sends += 1;
        return how(response);
      }).listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
    });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it.each([
    ['the line is cut', (response: ServerResponse) => void response.destroy()],
    ['a gateway answers', (response: ServerResponse) => void response.writeHead(502).end('no')],
    ['it is no JSON', (response: ServerResponse) => void response.end('<html>')],
  ])('%s: nobody knows, and it is not asked again', async (_, how) => {
    const url = await losing(how);
    expect(await sendMessage({ ...settings, APP_WX_API: url }, message())).toMatchObject({ outcome: 'unknown' });
    expect(sends).toBe(1);
  });
});

describe('what is said', () => {
  it.each(['application', 'correction', 'concern', 'leave'])(
    'about a %s: nothing of it, and a page that is there',
    (about) => {
      const content = contentOf({ ...waiting, about }, settings);
      expect(existsSync(`src/${content?.page}.config.ts`)).toBe(true);
      expect(Object.values(content?.data ?? {}).join()).toBe('你提的事有答复了，点开看看,2026年11月26日 09:05');
    },
  );

  it('without a template a kind is neither offered nor said', () => {
    const withBoth = { ...settings, APP_WX_TEMPLATE_TODO: TEMPLATE_TODO };
    expect(Object.keys(offeredMessages(withBoth))).toEqual(MESSAGE_KINDS);
    expect(Object.keys(offeredMessages(settings))).toEqual(['answer']);
    const without = testSettings();
    expect(offeredMessages(without)).toEqual({});
    expect(contentOf(waiting, without)).toBeNull();
  });

  it.each(['x', `${template}:thing1`, `${template}:time1,thing2`, `${template}:thing1,time2,thing3`])(
    'a template that cannot be filled is named at the start: %s',
    (text) => {
      expect(() => testSettings({ APP_WX_TEMPLATE_ANSWER: text })).toThrow('APP_WX_TEMPLATE_ANSWER: must be');
    },
  );
});
