import { httpDoor } from '../../cloudfunctions/api/doors/http';
import { mintSession } from '../../local/chooser/mint';
import { allAtOnce, outcomes } from '../support/barrier';
import { entry } from '../org/registering';
import { anApplication } from '../org/inviting';
import { call, callRaw, inWeixin, newcomer, rid } from '../support/house';
import type { MadePerson } from '../factory';
import { asked as askedFor } from '../account/asking';
import { aCast, does, inAWorld, scan, weixin, world } from './people';

inAWorld();

const CHECK = '/wxa/msg_sec_check';
const refused = (code: string, data: object = {}) =>
  expect.objectContaining({ code, data: expect.objectContaining(data) as unknown }) as unknown;

let accounts = 0;
const anOpenid = () => `oTYPES${(accounts += 1)}`;

/** What WeChat was asked about since this was called. */
function listening(): () => unknown[] {
  const before = weixin.heard.length;
  return () =>
    weixin.heard
      .slice(before)
      .filter(({ path }) => path === CHECK)
      .map(({ question }) => (question as { content: string }).content);
}

const writes = (youth: MadePerson, unit: string | null, requestId = rid()) => {
  weixin.cameBy(youth.openid);
  return call(world.house, inWeixin(youth), 'privacy.correct', { field: 'school', unit, requestId });
};

const own = async (youth: MadePerson) => {
  const { youth: kept } = await call(world.house, youth, 'privacy.record', {});
  return [kept.unit, kept.unitState];
};

const seenBy = async (cadre: MadePerson, contactId: string) => {
  const { items } = await call(world.house, cadre, 'contact.list', {});
  const { unit } = await call(world.house, cadre, 'contact.youth', { contactId });
  return [items.find((row) => row.contactId === contactId)?.unit, unit];
};

const waitingTexts = async (who: MadePerson) => (await call(world.house, who, 'privacy.texts', {})).items;
const idOf = async (who: MadePerson, text: string) =>
  (await waitingTexts(who)).find((one) => one.text === text)?.textId ?? '';

let texts = 0;
/** One that the stand-in is not sure of, and that nobody else has written. */
const doubtful = () => `存疑第 ${(texts += 1)} 中学`;

describe('D9.4 a unit is shown, refused or waits', () => {
  it('what WeChat passes is shown at once', async () => {
    const { youth, cadre, contact } = await aCast();
    const asked = listening();
    expect(await writes(youth, '佛山职业技术学院')).toMatchObject({ unit: '佛山职业技术学院', unitState: 'shown' });
    expect(await seenBy(cadre, contact.contactId)).toEqual(['佛山职业技术学院', '佛山职业技术学院']);
    expect(asked()).toEqual(['佛山职业技术学院']);
  });

  it('what it calls risky is refused, and nothing is written', async () => {
    const { youth } = await aCast({ field: 'rural', unit: '南海一中' });
    await expect(writes(youth, '违规学校')).rejects.toEqual(refused('TEXT_RISKY', { rule: null, text: 'unit' }));
    const { youth: kept } = await call(world.house, youth, 'privacy.record', {});
    expect(kept).toMatchObject({ field: 'rural', unit: '南海一中', unitState: 'shown' });
  });

  it('what it is not sure of is the youth’s own until somebody has read it, and what was shown before is gone', async () => {
    const { youth, cadre, contact } = await aCast({ unit: '南海一中' });
    const text = doubtful();
    expect(await writes(youth, text)).toMatchObject({ unit: text, unitState: 'waiting' });
    expect(await own(youth)).toEqual([text, 'waiting']);
    expect((await call(world.house, youth, 'org.me', {})).youth).toMatchObject({ unit: text, unitState: 'waiting' });
    const copy = await call(world.house, youth, 'privacy.copy', {});
    expect(copy.person?.youth).toMatchObject({ unit: text, unitState: 'waiting' });
    expect(await seenBy(cadre, contact.contactId)).toEqual([null, null]);
  });

  it('in a browser, and when WeChat is silent or at fault, it waits', async () => {
    const { youth } = await aCast();
    expect(await does(youth, 'correct', { field: 'school', unit: '南海一中' })).toMatchObject({ unitState: 'waiting' });
    for (const [times, errcode] of [
      [2, -1],
      [1, 61010],
      [1, 48001],
    ] as const) {
      weixin.order(CHECK, errcode, times);
      expect(await writes(youth, `南海${errcode}中`)).toMatchObject({ unitState: 'waiting' });
    }
  });

  it('a unit that stays as it is is not asked about again, whatever has become of it', async () => {
    const { youth, nanhai } = await aCast();
    const text = doubtful();
    await writes(youth, text);
    await does(nanhai, 'answerText', { textId: await idOf(nanhai, text), show: false });
    const asked = listening();
    expect(await writes(youth, text)).toMatchObject({ unit: text, unitState: 'hidden' });
    expect(await writes(youth, null)).toMatchObject({ unit: null, unitState: 'shown' });
    expect(asked()).toEqual([]);
  });
});

describe('C4 one request, one answer', () => {
  it('the same request again is answered as it was, although WeChat would now say something else, and is not asked', async () => {
    const { youth } = await aCast();
    const requestId = rid();
    weixin.order(CHECK, 61010);
    expect(await writes(youth, '南海二中', requestId)).toMatchObject({ unitState: 'waiting' });
    const asked = listening();
    expect(await writes(youth, '南海二中', requestId)).toMatchObject({ unitState: 'waiting' });
    const risky = rid();
    await expect(writes(youth, '违规学校', risky)).rejects.toEqual(refused('TEXT_RISKY'));
    expect(asked()).toEqual(['违规学校']);
    await expect(writes(youth, '违规学校', risky)).rejects.toEqual(refused('TEXT_RISKY'));
    expect(asked()).toHaveLength(1);
  });

  it('sent several times at once it is written once', async () => {
    const { youth, nanhai } = await aCast();
    const text = doubtful();
    const requestId = rid();
    const results = await allAtOnce(
      world,
      Array.from({ length: 4 }, () => () => writes(youth, text, requestId)),
      'youth, request',
    );
    expect(outcomes(results)).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect((await waitingTexts(nanhai)).filter((one) => one.text === text)).toHaveLength(1);
  });

  it('no connection waits for WeChat', async () => {
    const { youth } = await aCast();
    const { pool } = world.house.database;
    const busy: number[] = [];
    const really = global.fetch;
    const watch = jest.spyOn(global, 'fetch').mockImplementation((...asked) => {
      busy.push(pool.totalCount - pool.idleCount);
      return really(...asked);
    });
    await writes(youth, '南海三中');
    watch.mockRestore();
    expect(busy.length).toBeGreaterThan(0);
    expect(busy.every((n) => n === 0)).toBe(true);
  });

  it('WeChat is not asked about what is refused anyway', async () => {
    const { youth, nanhai } = await aCast();
    await does(youth, 'askName', { name: '林晓桐' });
    const asked = listening();
    const account = anOpenid();
    const attempts = [
      callRaw(world.house, inWeixin(youth), 'org.register', entry({ unit: '一中' })),
      callRaw(world.house, inWeixin(youth), 'privacy.askName', { name: '林小桐', requestId: rid() }),
      callRaw(world.house, inWeixin(nanhai), 'privacy.correct', { field: 'rural', unit: '一中', requestId: rid() }),
      callRaw(world.house, newcomer(account), 'org.register', entry({ birthYear: 2020 })),
      callRaw(world.house, newcomer(account), 'org.register', entry({ noticeVersion: 1 })),
      callRaw(world.house, newcomer(account), 'org.apply', anApplication({ id: 999_999, name: '', path: '' })),
    ];
    expect((await Promise.all(attempts)).map(({ ok }) => ok)).toEqual(Array(6).fill(false));
    expect(asked()).toEqual([]);
  });
});

describe('D9.4 by a session, which does not say whose account it is', () => {
  async function post<Output>(path: string, body: object, token?: string): Promise<Output> {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const event = { path: `/api/${path}`, httpMethod: 'POST', headers, body: JSON.stringify(body) };
    const { body: text } = await httpDoor(world.house, event, new Date());
    return (JSON.parse(text) as { output: Output }).output;
  }
  const writesBy = (token: string, unit: string) =>
    post('privacy/correct', { field: 'school', unit, requestId: rid() }, token);

  it('WeChat is asked about the person’s own account in the mini-program', async () => {
    const { youth } = await aCast();
    const code = weixin.issueLoginCode(youth.openid);
    const { token } = await post<{ token: string }>('org/signIn', { code });
    const before = weixin.heard.length;
    expect(await writesBy(token, '南海五中')).toMatchObject({ unit: '南海五中', unitState: 'shown' });
    const asked = weixin.heard.slice(before).filter(({ path }) => path === CHECK);
    expect(asked.map(({ question }) => question)).toMatchObject([{ openid: youth.openid, content: '南海五中' }]);
    expect(await writesBy(token, doubtful())).toMatchObject({ unitState: 'waiting' });
  });

  it('who has not been in the mini-program lately is asked about in vain, and a person reads', async () => {
    const { youth } = await aCast();
    const { token } = await mintSession(world.ownerUrl, youth.personId);
    const asked = listening();
    expect(await writesBy(token, '南海六中')).toMatchObject({ unit: '南海六中', unitState: 'waiting' });
    expect(asked()).toEqual(['南海六中']);
  });

  it('of another app’s account nothing is asked', async () => {
    const { youth } = await aCast();
    const { token } = await mintSession(world.ownerUrl, youth.personId);
    await world.db.pool.query(`update account set app_id = 'wx0000000000000000' where person_id = $1`, [
      youth.personId,
    ]);
    const asked = listening();
    expect(await writesBy(token, '南海七中')).toMatchObject({ unitState: 'waiting' });
    expect(asked()).toEqual([]);
  });
});

describe('D1.1 names, titles and notes', () => {
  const registers = (openid: string, more: object) => {
    weixin.cameBy(openid);
    return call(world.house, newcomer(openid), 'org.register', entry(more));
  };

  it('D9.1 a risky name is no registration; which text it is is said; nothing of the newcomer stays', async () => {
    const openid = anOpenid();
    await expect(registers(openid, { name: '违规' })).rejects.toEqual(refused('TEXT_RISKY', { text: 'name' }));
    await expect(registers(openid, { unit: '违规学校' })).rejects.toEqual(refused('TEXT_RISKY', { text: 'unit' }));
    expect(await call(world.house, newcomer(openid), 'org.me', {})).toMatchObject({ newcomer: true });
    const asked = listening();
    await registers(openid, { name: '存疑', unit: '存疑学校' });
    expect(asked().sort()).toEqual(['存疑', '存疑学校']);
    const { person_id: personId } = await world.db.kysely
      .selectFrom('account')
      .select('person_id')
      .where('openid', '=', openid)
      .executeTakeFirstOrThrow();
    const youth = { personId, openid, name: '存疑' };
    expect(await own(youth)).toEqual(['存疑学校', 'waiting']);
    const cadre = world.factory.aCadre({ org: world.orgs.nanhai });
    await world.factory.save();
    const { contactId } = await scan(cadre, youth);
    expect(await seenBy(cadre, contactId)).toEqual([null, null]);
    expect((await call(world.house, cadre, 'contact.youth', { contactId })).name).toBe('存疑');
  });

  it('a risky title, wished name or note is refused; what WeChat is not sure of goes to who answers it', async () => {
    const { youth, nanhai } = await aCast();
    weixin.cameBy(youth.openid);
    const applies = (title: string) =>
      call(world.house, inWeixin(youth), 'org.apply', {
        ...anApplication(world.orgs.nanhai, { newcomer: null }),
        title,
      });
    await expect(applies('违规委员')).rejects.toEqual(refused('TEXT_RISKY', { text: 'title' }));
    await applies('存疑委员');
    const { items } = await call(world.house, nanhai, 'org.applications', {});
    expect(items.at(-1)).toMatchObject({ title: '存疑委员' });

    const asks = (name: string) => call(world.house, inWeixin(youth), 'privacy.askName', { name, requestId: rid() });
    await expect(asks('违规')).rejects.toEqual(refused('TEXT_RISKY', { text: 'name' }));
    expect(await asks('存疑')).toMatchObject({ text: '存疑', state: 'open' });

    const openid = anOpenid();
    weixin.cameBy(openid);
    const binds = (note: string) =>
      call(world.house, newcomer(openid), 'account.askBinding', askedFor('岑乐怡', world.orgs.nanhai.id, { note }));
    await expect(binds('违规的话')).rejects.toEqual(refused('TEXT_RISKY', { text: 'note' }));
    await binds('存疑的话');
  });

  it('D9.9 what is told about a cadre is never held back', async () => {
    const { youth, contact } = await aCast();
    const asked = listening();
    weixin.cameBy(youth.openid);
    const told = { contactId: contact.contactId, text: '违规的字', block: false, requestId: rid() };
    expect(await call(world.house, inWeixin(youth), 'privacy.reportConcern', told)).toMatchObject({ state: 'open' });
    expect(asked()).toEqual([]);
  });
});

describe('D9.4 an administrator reads', () => {
  it('D1.5 the text, the organisation and the day, and nothing of whose it is; nobody beside or above', async () => {
    const { youth, cadre, nanhai, foshan, chancheng, province } = await aCast();
    const text = doubtful();
    await writes(youth, text);
    const textId = await idOf(nanhai, text);
    expect((await waitingTexts(nanhai)).find((one) => one.textId === textId)).toEqual({
      textId,
      kind: 'unit',
      text,
      orgName: '南海区团委',
      writtenOn: world.factory.today,
    });
    for (const other of [foshan, chancheng, province]) {
      expect(await idOf(other, text)).toBe('');
      await expect(does(other, 'answerText', { textId, show: true })).rejects.toEqual(refused('TEXT_CHANGED'));
    }
    await expect(call(world.house, cadre, 'privacy.texts', {})).rejects.toEqual(refused('OUT_OF_SCOPE'));
    expect(await own(youth)).toEqual([text, 'waiting']);
  });

  it('what is shown is seen by the holder from now on, and the youth sees who looked (D9.8)', async () => {
    const { youth, cadre, contact, nanhai, nanhaiToo } = await aCast();
    const text = doubtful();
    await writes(youth, text);
    const answer = { textId: await idOf(nanhai, text), show: true, requestId: rid() };
    await call(world.house, nanhai, 'privacy.answerText', answer);
    expect(await call(world.house, nanhai, 'privacy.answerText', answer)).toEqual({ textId: answer.textId });
    await expect(does(nanhaiToo, 'answerText', { textId: answer.textId, show: false })).rejects.toEqual(
      refused('ASK_ANSWERED'),
    );
    expect(await seenBy(cadre, contact.contactId)).toEqual([text, text]);
    expect(await own(youth)).toEqual([text, 'shown']);
    expect(await idOf(nanhaiToo, text)).toBe('');
    const { looks } = await call(world.house, youth, 'privacy.record', {});
    expect(looks.filter(({ look }) => look === 'text')).toMatchObject([
      { who: nanhai.name, capacity: '南海区团委 管理员', times: 1 },
    ]);
  });

  it('what is not shown stays the youth’s own, who can rewrite it', async () => {
    const { youth, cadre, contact, nanhai } = await aCast();
    const text = doubtful();
    await writes(youth, text);
    await does(nanhai, 'answerText', { textId: await idOf(nanhai, text), show: false });
    expect(await own(youth)).toEqual([text, 'hidden']);
    expect(await seenBy(cadre, contact.contactId)).toEqual([null, null]);
    await writes(youth, '南海四中');
    expect(await own(youth)).toEqual(['南海四中', 'shown']);
    expect(await seenBy(cadre, contact.contactId)).toEqual(['南海四中', '南海四中']);
  });

  it('an answer is to the text that was read: who rewrites meanwhile is not shown by it', async () => {
    const { youth, nanhai } = await aCast();
    const text = doubtful();
    await writes(youth, text);
    const textId = await idOf(nanhai, text);
    const other = doubtful();
    await writes(youth, other);
    await expect(does(nanhai, 'answerText', { textId, show: true })).rejects.toEqual(refused('TEXT_CHANGED'));
    expect(await own(youth)).toEqual([other, 'waiting']);
  });

  it('D9.5 of whom nobody holds, nobody reads; who is held by an organisation without administrators, the province', async () => {
    const { youth, nanhai, province, contact } = await aCast();
    const text = doubtful();
    await writes(youth, text);
    const textId = await idOf(nanhai, text);
    await call(world.house, youth, 'contact.leave', { contactId: contact.contactId, block: false, requestId: rid() });
    for (const who of [nanhai, province]) expect(await idOf(who, text)).toBe('');
    await expect(does(nanhai, 'answerText', { textId, show: true })).rejects.toEqual(refused('TEXT_CHANGED'));
    const cadre = world.factory.aCadre({ org: world.orgs.guangzhou });
    await world.factory.save();
    await scan(cadre, youth);
    expect(await idOf(nanhai, text)).toBe('');
    expect(await idOf(province, text)).toBe(textId);
    await does(province, 'answerText', { textId, show: true });
    expect(await own(youth)).toEqual([text, 'shown']);
  });

  it('nobody reads for oneself', async () => {
    const { youth, nanhai } = await aCast();
    world.factory.anAdministrator({ org: world.orgs.nanhai, person: youth });
    await world.factory.save();
    const text = doubtful();
    await writes(youth, text);
    const textId = await idOf(nanhai, text);
    expect(await idOf(youth, text)).toBe('');
    await expect(does(youth, 'answerText', { textId, show: true })).rejects.toEqual(refused('TEXT_CHANGED'));
  });

  it('two answers at once: the first is the answer, the other is told', async () => {
    for (let round = 0; round < 5; round++) {
      const { youth, nanhai, nanhaiToo } = await aCast();
      const text = doubtful();
      await writes(youth, text);
      const textId = await idOf(nanhai, text);
      const results = await allAtOnce<unknown>(
        world,
        [
          () => does(nanhai, 'answerText', { textId, show: true }),
          () => does(nanhaiToo, 'answerText', { textId, show: false }),
        ],
        'youth, unit_check',
      );
      expect(outcomes(results)).toEqual(['ASK_ANSWERED', 'ok']);
    }
  }, 60_000);

  it('rewritten and answered at once: another text is never shown by that answer', async () => {
    for (let round = 0; round < 10; round++) {
      const { youth, cadre, contact, nanhai } = await aCast();
      const text = doubtful();
      await writes(youth, text);
      const textId = await idOf(nanhai, text);
      const other = doubtful();
      const [rewritten, answered] = await allAtOnce<unknown>(
        world,
        [() => writes(youth, other), () => does(nanhai, 'answerText', { textId, show: true })],
        'youth, unit_check',
      );
      expect(rewritten?.status).toBe('fulfilled');
      expect(['ok', 'TEXT_CHANGED']).toContain(outcomes(answered ? [answered] : [])[0]);
      expect(await own(youth)).toEqual([other, 'waiting']);
      expect(await seenBy(cadre, contact.contactId)).toEqual([null, null]);
    }
  }, 60_000);

  it('however much waits elsewhere, only the contacts of one’s own organisations are gone through', async () => {
    const { youth, nanhai } = await aCast();
    const text = doubtful();
    await writes(youth, text);
    const elsewhere = world.factory.aCadre({ org: world.orgs.guangzhou });
    const many = Array.from({ length: 300 }, () => world.factory.aYouth());
    many.forEach((one) => world.factory.aContact({ youth: one, cadre: elsewhere }));
    await world.factory.save();
    const { pool } = world.db;
    await pool.query(
      `insert into unit_check (youth_id, id, unit, written_at) select id, gen_random_uuid(), '存疑', now()
      from unnest($1::uuid[]) as id`,
      [many.map(({ personId }) => personId)],
    );
    await pool.query('analyze contact, unit_check');
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('app.person', $1, true), set_config('app.day', $2, true)`, [
        nanhai.personId,
        world.factory.today,
      ]);
      const { rows } = await client.query<{ found: string[] }>('select texts_waiting(null, 100) as found');
      expect(rows[0]?.found.filter((one) => one.includes(text))).toHaveLength(1);
      const { rows: scans } = await client.query<{ n: number }>(
        `select (seq_scan + idx_scan)::int as n from pg_stat_xact_user_tables where relname = 'contact'`,
      );
      expect(scans[0]?.n).toBeLessThan(100);
    } finally {
      await client.query('rollback');
      client.release();
    }
    await pool.query('delete from unit_check where youth_id = any ($1)', [many.map(({ personId }) => personId)]);
  }, 60_000);

  it('the oldest stand first, page by page', async () => {
    const { cadre, nanhai } = await aCast();
    const many = Array.from({ length: 35 }, () => world.factory.aYouth());
    many.forEach((youth) => world.factory.aContact({ youth, cadre }));
    await world.factory.save();
    for (const one of many) await does(one, 'correct', { field: 'school', unit: doubtful() });
    const first = await call(world.house, nanhai, 'privacy.texts', {});
    const second = await call(world.house, nanhai, 'privacy.texts', { cursor: first.next ?? '' });
    const ids = [...first.items, ...second.items].map(({ textId }) => textId);
    expect(first.items).toHaveLength(30);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
    expect(ids.length).toBeGreaterThanOrEqual(35);
  }, 60_000);
});
