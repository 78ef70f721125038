import type { MadePerson } from '../factory';
import { allAtOnce, outcomes } from '../support/barrier';
import { call, callRaw, rid } from '../support/house';
import {
  aboutMe,
  answers,
  daysAgo,
  edit,
  inAWorld,
  log,
  own,
  refused,
  remove,
  saying,
  says,
  settles,
  there,
  twoOf,
  weixin,
  world,
  written,
  type Two,
} from './logging';

inAWorld();

const CHECK = '/wxa/msg_sec_check';

let lines = 0;
/** One that the stand-in is not sure of, and that nobody else has written. */
const doubtful = (): string => `存疑的第 ${(lines += 1)} 句话`;

/** What WeChat was asked about since this was called. */
function listening(): () => unknown[] {
  const before = weixin.heard.length;
  const asked = () => weixin.heard.slice(before).filter(({ path }) => path === CHECK);
  return () => asked().map(({ question }) => (question as { content: string }).content);
}

interface Readers {
  nanhai: MadePerson;
  nanhaiToo: MadePerson;
  foshan: MadePerson;
  chancheng: MadePerson;
  province: MadePerson;
}

let readers: Readers;
beforeAll(async () => {
  const { factory, orgs } = world;
  readers = {
    nanhai: factory.anAdministrator({ org: orgs.nanhai }),
    nanhaiToo: factory.anAdministrator({ org: orgs.nanhai }),
    foshan: factory.anAdministrator({ org: orgs.foshan }),
    chancheng: factory.anAdministrator({ org: orgs.chancheng }),
    province: factory.anAdministrator({ org: orgs.province }),
  };
  await factory.save();
});

const waitingFor = async (who: MadePerson) => (await call(world.house, who, 'privacy.texts', {})).items;
const idOf = async (text: string, who = readers.nanhai) =>
  (await waitingFor(who)).find((one) => one.text === text)?.textId ?? null;
const reads = (who: MadePerson, textId: string | null, show: boolean) =>
  call(world.house, who, 'privacy.answerText', { textId: textId ?? '', show, requestId: rid() });
const leave = ({ youth, contact }: Two) =>
  call(world.house, youth, 'contact.leave', { contactId: contact.contactId, block: false, requestId: rid() });

/** A log whose line waits. */
async function aWaiting(text = doubtful()) {
  const two = await twoOf();
  const { logId } = await log(two.cadre, [two.contact], { text });
  return { ...two, text, logId, textId: await idOf(text) };
}

/** A dispute whose answer waits. */
async function anAnswered(text = doubtful()) {
  const two = await twoOf();
  const { logId } = await log(two.cadre, [two.contact]);
  await says(two.youth, 'dispute', logId);
  const log_ = await answers(two.cadre, logId, two.contact, text);
  return { ...two, text, logId, answered: log_.people, textId: await idOf(text) };
}

describe('D9.4 a line is shown, refused or waits', () => {
  it('what WeChat passes the youth reads at once, and nobody else is asked', async () => {
    const { cadre, youth, contact } = await twoOf();
    const asked = listening();
    expect(await log(cadre, [contact], { text: '问了宿舍的热水' })).toMatchObject({ textState: 'shown' });
    expect(await aboutMe(youth)).toMatchObject([{ text: '问了宿舍的热水', textState: 'shown' }]);
    expect(asked()).toEqual(['问了宿舍的热水']);
    expect(await idOf('问了宿舍的热水')).toBeNull();
  });

  it('an empty one is nothing to read', async () => {
    const { cadre, contact } = await twoOf();
    const asked = listening();
    expect(await log(cadre, [contact], { text: '' })).toMatchObject({ text: '', textState: 'shown' });
    expect(asked()).toEqual([]);
  });

  it('what it calls risky is refused, named, and nothing is written: new, again, changed, answered', async () => {
    const { cadre, youth, contact } = await twoOf();
    await expect(log(cadre, [contact], { text: '违规的话' })).rejects.toEqual(refused('TEXT_RISKY', { text: 'line' }));
    expect(await own(cadre)).toEqual([]);
    const { logId } = await log(cadre, [contact]);
    await expect(edit(cadre, logId, [contact], { text: '违规的话' })).rejects.toEqual(
      refused('TEXT_RISKY', { text: 'line' }),
    );
    const repeats = { logId, text: '违规的话', requestId: rid() };
    await expect(call(world.house, there(cadre), 'contactLog.repeat', repeats)).rejects.toEqual(
      refused('TEXT_RISKY', { text: 'line' }),
    );
    expect(await own(cadre)).toMatchObject([{ logId, text: '聊了聊近况', changedAt: null }]);
    await says(youth, 'dispute', logId);
    await expect(answers(cadre, logId, contact, '违规的话')).rejects.toEqual(refused('TEXT_RISKY', { text: 'answer' }));
    expect(await aboutMe(youth)).toMatchObject([{ state: 'disputed', answer: null, answerState: null }]);
  });

  it('what it is not sure of is the cadre’s own; the youth sees the log without it, and has no copy of it', async () => {
    const { cadre, youth, text } = await aWaiting();
    expect(await own(cadre)).toMatchObject([{ text, textState: 'waiting', weight: 1 }]);
    expect(await aboutMe(youth)).toMatchObject([{ text: null, textState: 'waiting', task: 'listening' }]);
    expect(JSON.stringify(await call(world.house, youth, 'privacy.copy', {}))).not.toContain(text);
  });

  it('in a browser, and when WeChat is silent or at fault, it waits', async () => {
    const { cadre, contact } = await twoOf();
    const inBrowser = { ...saying([contact]), requestId: rid() };
    weixin.order(CHECK, 61010);
    const one = await written(cadre, call(world.house, cadre, 'contactLog.write', inBrowser));
    expect(one).toMatchObject({ textState: 'waiting' });
    for (const [errcode, times] of [
      [-1, 2],
      [48001, 1],
    ] as const) {
      weixin.order(CHECK, errcode, times);
      expect(await log(cadre, [contact], { text: `聊了 ${errcode}` })).toMatchObject({ textState: 'waiting' });
    }
  });

  it('D2.5 what is refused anyway is not put before WeChat', async () => {
    const { cadre, contact } = await twoOf();
    const { logId } = await log(cadre, [contact]);
    const asked = listening();
    const text = '一句话';
    const said = { ...saying([contact]), text, requestId: rid() };
    const attempts = [
      callRaw(world.house, there(cadre), 'contactLog.write', { ...said, day: daysAgo(-1) }),
      callRaw(world.house, there(cadre), 'contactLog.edit', { ...said, logId: rid() }),
      callRaw(world.house, there(cadre), 'contactLog.repeat', { logId: rid(), text, requestId: rid() }),
      callRaw(world.house, there(cadre), 'contactLog.answer', {
        ...{ logId, contactId: contact.contactId, text },
        requestId: rid(),
      }),
    ];
    expect((await Promise.all(attempts)).map(({ ok }) => ok)).toEqual([false, false, false, false]);
    expect(asked()).toEqual([]);
  });

  it('C4 the same request again is answered as it was, although WeChat would now say something else, and is not asked', async () => {
    const { cadre, contact } = await twoOf();
    const said = { ...saying([contact]), text: '约了周四', requestId: rid() };
    const write = () => call(world.house, there(cadre), 'contactLog.write', said);
    weixin.order(CHECK, 61010);
    const first = await write();
    expect(await own(cadre)).toMatchObject([{ ...first, textState: 'waiting' }]);
    const asked = listening();
    expect(await write()).toEqual(first);
    expect(asked()).toEqual([]);
    expect(await own(cadre)).toHaveLength(1);
  });
});

describe('D9.4 a line that is changed', () => {
  it('is put before WeChat anew, and waits under another id', async () => {
    const { cadre, youth, contact, logId, text, textId } = await aWaiting();
    const other = doubtful();
    expect(await edit(cadre, logId, [contact], { text: other })).toMatchObject({ text: other, textState: 'waiting' });
    expect([await idOf(text), await idOf(other)]).toEqual([null, expect.not.stringContaining(textId ?? '')]);
    await expect(reads(readers.nanhai, textId, true)).rejects.toEqual(refused('TEXT_CHANGED'));
    await edit(cadre, logId, [contact], { text: '问了热水' });
    expect(await idOf(other)).toBeNull();
    expect(await aboutMe(youth)).toMatchObject([{ text: '问了热水', textState: 'shown' }]);
  });

  it('that stays as it is keeps what became of it, and is not asked about again', async () => {
    const { cadre, contact, logId, text, textId } = await aWaiting();
    const asked = listening();
    const again = () => edit(cadre, logId, [contact], { text, task: 'help' });
    expect(await again()).toMatchObject({ text, textState: 'waiting', task: 'help' });
    expect(await idOf(text)).toBe(textId);
    await reads(readers.nanhai, textId, false);
    expect(await again()).toMatchObject({ text, textState: 'hidden' });
    expect(await idOf(text)).toBeNull();
    expect(asked()).toEqual([]);
  });

  it('and was hidden by a youth stays hidden and waits for nobody', async () => {
    const { cadre, contact, youth, logId } = await aWaiting();
    await says(youth, 'hideText', logId);
    const text = doubtful();
    expect(await edit(cadre, logId, [contact], { text })).toMatchObject({ text: null, textState: 'hidden' });
    expect(await idOf(text)).toBeNull();
  });
});

describe('D9.4 an administrator reads', () => {
  it('D1.5 of the cadre’s organisation or above: what it is, the text, the organisation and the day; nobody beside', async () => {
    const { cadre, youth, text, textId } = await aWaiting();
    const { nanhai, foshan, province, chancheng } = readers;
    for (const who of [nanhai, foshan, province]) expect(await idOf(text, who)).toBe(textId);
    expect((await waitingFor(foshan)).find((one) => one.textId === textId)).toEqual({
      textId,
      kind: 'log',
      text,
      orgName: '南海区团委',
      writtenOn: world.factory.today,
    });
    expect(await idOf(text, chancheng)).toBeNull();
    await expect(reads(chancheng, textId, true)).rejects.toEqual(refused('TEXT_CHANGED'));
    for (const who of [cadre, youth]) await expect(reads(who, textId, true)).rejects.toEqual(refused('OUT_OF_SCOPE'));
    expect(await aboutMe(youth)).toMatchObject([{ text: null }]);
  });

  it('D9.8 what is shown the youth reads from now on, and sees who looked; the first answer is the answer', async () => {
    const { cadre, youth, text, textId } = await aWaiting();
    const answer = { textId: textId ?? '', show: true, requestId: rid() };
    const once = () => call(world.house, readers.foshan, 'privacy.answerText', answer);
    expect([await once(), await once()]).toEqual([{ textId }, { textId }]);
    await expect(reads(readers.nanhai, textId, false)).rejects.toEqual(refused('ASK_ANSWERED'));
    expect(await aboutMe(youth)).toMatchObject([{ text, textState: 'shown' }]);
    expect(await own(cadre)).toMatchObject([{ text, textState: 'shown' }]);
    expect(await idOf(text)).toBeNull();
    const { looks } = await call(world.house, youth, 'privacy.record', {});
    expect(looks.filter(({ look }) => look === 'line')).toMatchObject([
      { who: readers.foshan.name, capacity: '佛山市委 管理员', times: 1 },
    ]);
  });

  it('what is not shown nobody reads but its cadre, who can write another', async () => {
    const { cadre, youth, contact, logId, text, textId } = await aWaiting();
    await reads(readers.nanhai, textId, false);
    expect(await aboutMe(youth)).toMatchObject([{ text: null, textState: 'hidden', hidden: false }]);
    expect(await own(cadre)).toMatchObject([{ text, textState: 'hidden' }]);
    await edit(cadre, logId, [contact], { text: '换个说法' });
    expect(await aboutMe(youth)).toMatchObject([{ text: '换个说法' }]);
  });

  it('an answer to 这不是我 is read in the same way', async () => {
    const { cadre, youth, text, textId, answered, logId } = await anAnswered();
    expect(answered).toMatchObject([{ answer: text, answerState: 'waiting' }]);
    expect(await aboutMe(youth)).toMatchObject([{ state: 'answered', answer: null, answerState: 'waiting' }]);
    const disputes = () => call(world.house, readers.nanhai, 'contactLog.disputes', {});
    expect(JSON.stringify(await disputes())).not.toContain(text);
    expect((await waitingFor(readers.nanhai)).find((one) => one.textId === textId)).toMatchObject({ kind: 'answer' });
    await reads(readers.nanhai, textId, true);
    expect(await aboutMe(youth)).toMatchObject([{ answer: text, answerState: 'shown' }]);
    expect(JSON.stringify(await disputes())).toContain(text);
    await settles(youth, logId, true);
    expect(await own(cadre)).toMatchObject([{ people: [{ state: 'confirmed', answer: text }] }]);
  });

  it('a refused answer is the cadre’s alone; answered again in other words it is read anew', async () => {
    const { cadre, youth, contact, text, textId, logId } = await anAnswered();
    await reads(readers.nanhai, textId, false);
    expect(await aboutMe(youth)).toMatchObject([{ answer: null, answerState: 'hidden' }]);
    expect(await answers(cadre, logId, contact, text)).toMatchObject({
      people: [{ answer: text, answerState: 'hidden' }],
    });
    await answers(cadre, logId, contact, '在宿舍门口');
    expect(await aboutMe(youth)).toMatchObject([{ answer: '在宿舍门口', answerState: 'shown' }]);
  });

  it('nobody reads the own line, nor one of which oneself is told', async () => {
    const { factory, orgs } = world;
    const cadre = factory.aCadre({ org: orgs.nanhai });
    const { contact, youth } = await twoOf({ cadre });
    factory.anAdministrator({ org: orgs.nanhai, person: cadre });
    factory.anAdministrator({ org: orgs.nanhai, person: youth });
    await factory.save();
    const text = doubtful();
    await log(cadre, [contact], { text });
    const textId = await idOf(text);
    expect(textId).not.toBeNull();
    for (const who of [cadre, youth]) {
      expect(await idOf(text, who)).toBeNull();
      await expect(reads(who, textId, true)).rejects.toEqual(refused('TEXT_CHANGED'));
    }
  });

  it('C1 of a cadre who has left the post, as long as the youth is there; an administrator of yesterday reads nothing', async () => {
    const { cadre, youth, text, textId } = await aWaiting();
    const { factory, orgs, db } = world;
    const former = factory.anAdministrator({ org: orgs.nanhai });
    await factory.save();
    const ends = { from_day: daysAgo(9), until_day: factory.today };
    await db.kysely.updateTable('administrator').set(ends).where('person_id', '=', former.personId).execute();
    await db.kysely.updateTable('post').set({ until_day: factory.today }).where('id', '=', cadre.postId).execute();
    await expect(waitingFor(former)).rejects.toEqual(refused('OUT_OF_SCOPE'));
    await expect(waitingFor(cadre)).rejects.toEqual(refused('OUT_OF_SCOPE'));
    await reads(readers.nanhai, textId, true);
    expect(await aboutMe(youth)).toMatchObject([{ text }]);
  });
});

describe('D9.5 what takes a waiting text out of the queue', () => {
  const gone = async ({ text, textId }: { text: string; textId: string | null }) => {
    expect(textId).not.toBeNull();
    expect(await idOf(text)).toBeNull();
    await expect(reads(readers.nanhai, textId, true)).rejects.toEqual(refused('TEXT_CHANGED'));
  };

  it('deletion', async () => {
    const waiting = await aWaiting();
    await remove(waiting.cadre, waiting.logId);
    await gone(waiting);
  });

  it('hiding, which also the cadre does not read any more', async () => {
    const waiting = await aWaiting();
    await says(waiting.youth, 'hideText', waiting.logId);
    await gone(waiting);
    expect(await own(waiting.cadre)).toMatchObject([{ text: null }]);
  });

  it.each([
    ['a line', aWaiting],
    ['an answer', anAnswered],
  ])('leaving, of %s', async (_, make) => {
    const waiting = await make();
    await leave(waiting);
    await gone(waiting);
    const [{ textState, answerState } = { textState: null, answerState: null }] = await aboutMe(waiting.youth);
    expect([textState, answerState]).not.toContain('waiting');
  });

  it('leaving, of one who was taken out of it while its line stayed', async () => {
    const waiting = await aWaiting();
    const other = await twoOf({ cadre: waiting.cadre });
    await edit(waiting.cadre, waiting.logId, [other.contact], { text: waiting.text });
    expect(await idOf(waiting.text)).toBe(waiting.textId);
    await leave(waiting);
    await gone(waiting);
  });

  it.each([
    ['a line', aWaiting],
    ['an answer', anAnswered],
  ])('withdrawal and closing, of %s: nothing of it is kept', async (_, make) => {
    for (const verb of ['withdraw', 'close'] as const) {
      const waiting = await make();
      await call(world.house, waiting.youth, `privacy.${verb}`, { requestId: rid() });
      await gone(waiting);
      const { rows } = await world.db.pool.query(
        `select 1 from contact_log where text = $1 union all select 1 from log_dispute where answer = $1`,
        [waiting.text],
      );
      expect(rows).toEqual([]);
    }
  });

  it('the cadre’s giving in, who has answered something else before', async () => {
    const waiting = await anAnswered();
    await answers(waiting.cadre, waiting.logId, waiting.contact, null);
    await gone(waiting);
    expect(await aboutMe(waiting.youth)).toMatchObject([{ state: 'struck', answer: null, answerState: 'hidden' }]);
  });

  it('the settling of the dispute', async () => {
    const waiting = await anAnswered();
    await settles(waiting.youth, waiting.logId, false);
    await gone(waiting);
    expect(await aboutMe(waiting.youth)).toMatchObject([{ answer: null, answerState: 'hidden' }]);
  });
});

describe('at once', () => {
  it('two answers: the first is the answer, the other is told', async () => {
    for (let round = 0; round < 5; round++) {
      const { textId } = await aWaiting();
      const results = await allAtOnce<unknown>(
        world,
        [() => reads(readers.nanhai, textId, true), () => reads(readers.foshan, textId, false)],
        'contact_log',
      );
      expect(outcomes(results)).toEqual(['ASK_ANSWERED', 'ok']);
    }
  }, 60_000);

  it('changed and answered: another line is never shown by that answer', async () => {
    for (let round = 0; round < 10; round++) {
      const { cadre, youth, contact, logId, textId } = await aWaiting();
      const other = doubtful();
      const [changed, answered] = await allAtOnce<unknown>(
        world,
        [() => edit(cadre, logId, [contact], { text: other }), () => reads(readers.nanhai, textId, true)],
        'contact_log',
      );
      expect(changed?.status).toBe('fulfilled');
      expect(['ok', 'TEXT_CHANGED']).toContain(outcomes(answered ? [answered] : [])[0]);
      expect(await own(cadre)).toMatchObject([{ text: other, textState: 'waiting' }]);
      expect(await aboutMe(youth)).toMatchObject([{ text: null }]);
    }
  }, 60_000);

  it('hidden and answered: the youth’s no stands', async () => {
    for (let round = 0; round < 10; round++) {
      const { youth, logId, textId } = await aWaiting();
      const results = await allAtOnce<unknown>(
        world,
        [() => says(youth, 'hideText', logId), () => reads(readers.nanhai, textId, true)],
        'contact_log',
      );
      expect(results[0]?.status).toBe('fulfilled');
      expect(await aboutMe(youth)).toMatchObject([{ text: null, textState: 'hidden', hidden: true }]);
    }
  }, 60_000);

  it('answered again and read: another answer is never shown by it', async () => {
    for (let round = 0; round < 5; round++) {
      const { cadre, youth, contact, logId, textId } = await anAnswered();
      const other = doubtful();
      const [again] = await allAtOnce<unknown>(
        world,
        [() => answers(cadre, logId, contact, other), () => reads(readers.nanhai, textId, true)],
        'contact_log',
      );
      expect(again?.status).toBe('fulfilled');
      expect(await aboutMe(youth)).toMatchObject([{ answer: null, answerState: 'waiting' }]);
    }
  }, 60_000);
});

it('however much waits elsewhere, only what waits of one’s own organisations is gone through', async () => {
  const { text } = await aWaiting();
  const { factory, orgs, db } = world;
  const elsewhere = factory.aCadre({ org: orgs.guangzhou });
  await factory.save();
  await db.pool.query(
    `insert into contact_log (id, cadre_id, post_id, org_id, task, way, activity, day, late, text, text_state, text_id, youths, written_at)
    select gen_random_uuid(), $1, $2, $3, 'help', 'phone', false, current_date, false, '存疑', 'waiting', gen_random_uuid(), 1, now()
    from generate_series(1, 400)`,
    [elsewhere.personId, elsewhere.postId, orgs.guangzhou.id],
  );
  await db.pool.query('analyze contact_log, contact_log_mark');
  const client = await db.pool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.person', $1, true), set_config('app.day', $2, true)`, [
      readers.nanhai.personId,
      factory.today,
    ]);
    const { rows } = await client.query<{ found: string[] }>('select texts_waiting(null, 100) as found');
    expect(rows[0]?.found.filter((one) => one.includes(text))).toHaveLength(1);
    const { rows: scans } = await client.query<{ n: number }>(
      `select (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as n from pg_stat_xact_user_tables where relname = 'contact_log'`,
    );
    expect(scans[0]?.n).toBeLessThan(300);
  } finally {
    await client.query('rollback');
    client.release();
  }
}, 60_000);

it('the oldest stand first, page by page, units and lines in one', async () => {
  const { cadre, contact, youth } = await twoOf();
  for (let n = 0; n < 20; n++) await log(cadre, [contact], { text: doubtful() });
  const unit = { field: 'school', unit: '存疑中学', requestId: rid() } as const;
  await call(world.house, there(youth), 'privacy.correct', unit);
  for (let n = 0; n < 20; n++) await log(cadre, [contact], { text: doubtful() });
  const first = await call(world.house, readers.nanhai, 'privacy.texts', {});
  const second = await call(world.house, readers.nanhai, 'privacy.texts', { cursor: first.next ?? '' });
  const items = [...first.items, ...second.items];
  const ids = items.map(({ textId }) => textId);
  expect(first.items).toHaveLength(30);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
  expect(items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['log', 'unit']));
}, 60_000);
