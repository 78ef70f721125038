import type { In, Out } from '../support/house';
import type { OperationName } from '../../types/contract';
import { anApi, heard, outputOf, type Api, type Heard } from '../support/api';
import type { Answer } from '../../cloudfunctions/api/router';
import { aCrowd, newOpenid, type Crowd } from '../support/crowd';
import { rid } from '../support/house';
import { aServer, type Server } from '../support/server';
import { aWire, type Wire } from '../support/wire';
import { NOTICE } from '../support/notice';

const CONNECTIONS = 3;

let server: Server;
let api: Api;
/** Between the phone and the function, and between the function and the database. */
let toPhone: Wire;
let toDatabase: Wire;
let crowd: Crowd;

beforeAll(async () => {
  server = await aServer('answers');
  toDatabase = await aWire(server.port);
  api = await anApi(server, { port: toDatabase.port, connections: CONNECTIONS });
  toPhone = await aWire(api.port);
});
beforeEach(async () => {
  crowd = await aCrowd(server, { cadres: 1, youths: 1 });
});
afterAll(async () => {
  await toPhone.close();
  await api.end();
  await toDatabase.close();
  await server.end();
});

const two = () => {
  const [cadre] = crowd.cadres;
  const [youth] = crowd.youths;
  if (!cadre || !youth) throw new Error('nobody is there');
  return { cadre, youth };
};

/** Does a write whose answer the phone never hears, and repeats it: what it hears then, and again. */
async function unheard<Op extends OperationName>(
  who: { openid: string },
  op: Op,
  input: In<Op>,
): Promise<{ output: Out<Op>; again: Out<Op> }> {
  toPhone.loseAnswersTo(op);
  const url = `http://127.0.0.1:${toPhone.port}`;
  expect(await api.ask(who, op, input, url)).toEqual({ code: 'NOTHING', data: null });
  const output = outputOf(await api.ask(who, op, input, url));
  return { output, again: outputOf(await api.ask(who, op, input)) };
}

async function liveCode(): Promise<string> {
  const { codes } = outputOf(await api.ask(two().youth, 'contact.code', { kind: 'youth' }));
  return codes[0]?.text ?? '';
}

const contacts = () =>
  server.within((db) =>
    db.kysely.selectFrom('contact').select(['id', 'ended_by']).where('youth_id', '=', two().youth.personId).execute(),
  );

const registered = async () =>
  outputOf(await api.ask(two().cadre, 'contact.register', { text: await liveCode(), requestId: rid() })).contactId;

describe('C4 the answer is lost on the way to the phone', () => {
  it('of a scan: one contact, and the repetition tells of it', async () => {
    const { output, again } = await unheard(two().cadre, 'contact.register', {
      text: await liveCode(),
      requestId: rid(),
    });
    expect(again).toEqual(output);
    expect(await contacts()).toEqual([{ id: output.contactId, ended_by: null }]);
  });

  it('of an undoing, by the youth: undone, and not refused as ended already', async () => {
    const contactId = await registered();
    const { output, again } = await unheard(two().youth, 'contact.undo', { contactId, requestId: rid() });
    expect([output, again]).toEqual([{ contactId }, { contactId }]);
    expect(await contacts()).toEqual([{ id: contactId, ended_by: 'undone' }]);
  });

  it('of leaving with a block: left once, blocked once', async () => {
    const contactId = await registered();
    const { output } = await unheard(two().youth, 'contact.leave', { contactId, block: true, requestId: rid() });
    expect(output).toEqual({ contactId });
    expect(await contacts()).toEqual([{ id: contactId, ended_by: 'left' }]);
    const { blocked } = outputOf(await api.ask(two().youth, 'privacy.record', {}));
    expect(blocked).toHaveLength(1);
  });

  it('of one’s channels: they stand as they were sent', async () => {
    const channels = [{ kind: 'qq' as const, value: '10001', circle: 'contacts' as const }];
    const { output, again } = await unheard(two().cadre, 'org.setChannels', { channels, requestId: rid() });
    expect([output, again]).toEqual([{ channels }, { channels }]);
  });

  it('of agreeing: agreed once', async () => {
    const { youth } = two();
    await server.within((db) => db.kysely.deleteFrom('consent').where('person_id', '=', youth.personId).execute());
    const { output } = await unheard(youth, 'privacy.agree', { version: NOTICE, requestId: rid() });
    expect(output).toEqual({ version: NOTICE });
    expect(outputOf(await api.ask(youth, 'privacy.record', {})).consents).toHaveLength(1);
  });

  const newcomer = () => ({
    noticeVersion: NOTICE,
    name: '岑乐怡',
    birthYear: 2003,
    birthMonth: 5,
    field: 'newMedia' as const,
    unit: null,
    requestId: rid(),
  });
  const peopleOf = (openid: string) =>
    server.within((db) =>
      db.kysely
        .selectFrom('account as a')
        .innerJoin('person as p', 'p.id', 'a.person_id')
        .innerJoin('youth as y', 'y.person_id', 'p.id')
        .innerJoin('consent as c', 'c.person_id', 'p.id')
        .select(['p.name', 'c.version'])
        .where('a.openid', '=', openid)
        .execute(),
    );

  it('D9.1 of a newcomer’s registration through WeChat: one person', async () => {
    const openid = newOpenid();
    const { output } = await unheard({ openid }, 'org.register', newcomer());
    expect(output).toEqual({ token: null, expiresAt: null });
    expect(await peopleOf(openid)).toEqual([{ name: '岑乐怡', version: NOTICE }]);
  });

  it('D9.1 of a newcomer’s registration over HTTP: one person, and the ticket still opens a session', async () => {
    const openid = newOpenid();
    const post = async <Output>(port: number, path: string, input: object, token = ''): Promise<Heard<Output>> => {
      const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
      const url = `http://127.0.0.1:${port}${path}`;
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(input) });
      return heard((await response.json()) as Answer);
    };
    const login = await fetch(`${api.url}/local/weixin/login-code`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ openid }),
    });
    const code = (await login.json()) as { code: string };
    const ticket = outputOf(await post<{ token: string }>(api.port, '/api/org/signIn', code)).token;
    const entry = newcomer();
    toPhone.loseAnswersTo('/api/org/register');
    await expect(post(toPhone.port, '/api/org/register', entry, ticket)).rejects.toThrow('fetch failed');
    const { token } = outputOf(await post<{ token: string }>(toPhone.port, '/api/org/register', entry, ticket));
    expect(await post(api.port, '/api/org/me', {}, token)).toMatchObject({ output: { youth: { name: '岑乐怡' } } });
    expect(await peopleOf(openid)).toEqual([{ name: '岑乐怡', version: NOTICE }]);
  });
});

describe('C4 the database’s answer to the commit is lost', () => {
  it('of a scan: the function cannot know, says so, and the repetition finds the contact', async () => {
    const scan = { text: await liveCode(), requestId: rid() };
    toDatabase.loseAnswersTo('commit');
    expect(await api.ask(two().cadre, 'contact.register', scan)).toMatchObject({ code: 'UNAVAILABLE' });
    const [contact, ...more] = await contacts();
    expect(more).toEqual([]);
    expect(outputOf(await api.ask(two().cadre, 'contact.register', scan)).contactId).toBe(contact?.id);
    expect(await contacts()).toHaveLength(1);
  });

  it('of refusals, more often than there are connections: each is given back, and the refusal remembered', async () => {
    const { youth } = two();
    const scan = async () => ({ text: await liveCode(), requestId: rid() });
    const scans = [];
    for (let i = 0; i <= CONNECTIONS; i++) scans.push(await scan());
    for (const own of scans) {
      toDatabase.loseAnswersTo('commit');
      expect(await api.ask(youth, 'contact.register', own)).toMatchObject({ code: 'UNAVAILABLE' });
    }
    for (const own of scans) {
      expect(await api.ask(youth, 'contact.register', own)).toMatchObject({ code: 'CONTACT_SELF' });
    }
  });
});
