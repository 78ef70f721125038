import fc from 'fast-check';
import { type Answered, makeBox } from '../../src/lib/outbox/box';
import { isOnItsWay, type Item, keptOf } from '../../src/lib/outbox/item';

const output = {} as NonNullable<Item['output']>;
const error = { defined: true, code: 'YOUTH_FULL', status: 409, message: 'YOUTH_FULL', data: {} };
const done: Answered = { kind: 'done', output };
const refused: Answered = { kind: 'refused', error };
const fault: Answered = { kind: 'fault', error: { ...error, code: 'FAULT' } };
const noAnswer: Answered = { kind: 'notNow', retryAfter: 0 };

const scan = (name: string, late = false) => ({
  op: 'contact.register' as const,
  requestId: `r-${name}`,
  input: { text: `code-${name}` },
  about: null,
  madeAt: 0,
  late,
});

/** A phone's storage, a network that answers as told, and a clock that is wound by hand. */
function aPhone(answers: Answered[] = []) {
  const stored = { items: [] as Item[], refuses: false, unreadable: false };
  const phone = { hasNetwork: true };
  const sent: string[] = [];
  const timers: { work: () => void; milliseconds: number }[] = [];
  const held: { promise: Promise<Answered> | null } = { promise: null };
  const open = () =>
    makeBox({
      read: () =>
        stored.unreadable ? Promise.reject(new Error('broken')) : Promise.resolve(structuredClone(stored.items)),
      write: (items) => {
        if (stored.refuses) return Promise.reject(new Error('full'));
        stored.items = structuredClone(items);
        return Promise.resolve();
      },
      mayLeave: () => Promise.resolve(phone.hasNetwork),
      send: ({ requestId }) => {
        sent.push(requestId);
        return held.promise ?? Promise.resolve(answers.shift() ?? done);
      },
      later: (work, milliseconds) => {
        const timer = { work, milliseconds };
        timers.push(timer);
        return () => void timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0);
      },
    });
  return { stored, phone, sent, timers, answers, held, open };
}

const states = (box: ReturnType<typeof makeBox>) => box.items().map(({ state }) => state);

test('what is made is kept before it is sent, and its code is wiped once answered', async () => {
  const phone = aPhone([done]);
  const box = phone.open();
  await box.put(scan('a'));
  expect(phone.stored.items).toMatchObject([{ requestId: 'r-a', input: { text: 'code-a' } }]);
  await box.flush();
  expect(box.items()).toMatchObject([{ state: 'done', input: null, about: null }]);
  expect(phone.stored.items).toEqual([]);
});

test('whom it was about is named until the app goes, and nowhere else', async () => {
  const phone = aPhone([done]);
  const box = phone.open();
  await box.put({ ...scan('a'), about: '陈嘉怡', people: ['陈嘉怡'] });
  await box.flush();
  expect(box.items()).toMatchObject([{ state: 'done', input: null, about: '陈嘉怡', people: undefined }]);
  expect(phone.stored.items).toEqual([]);
});

test('D9.5 whom it was about is not named when it had been tried before: somebody may have left meanwhile', async () => {
  const phone = aPhone([noAnswer, done]);
  const box = phone.open();
  await box.put({ ...scan('a'), about: '陈嘉怡', people: ['陈嘉怡'] });
  await box.flush();
  expect(box.items()).toMatchObject([{ state: 'waiting', about: '陈嘉怡' }]);
  await box.flush();
  expect(box.items()).toMatchObject([{ state: 'done', input: null, about: null, people: undefined }]);
});

test('in the order in which it was made; a no lets the next go, no answer lets nothing go', async () => {
  const phone = aPhone([refused, noAnswer]);
  const box = phone.open();
  for (const name of ['a', 'b', 'c']) await box.put(scan(name, true));
  await box.flush();
  expect(phone.sent).toEqual(['r-a', 'r-b']);
  expect(states(box)).toEqual(['failed', 'waiting', 'waiting']);
  await box.flush();
  expect(phone.sent).toEqual(['r-a', 'r-b', 'r-b', 'r-c']);
  expect(states(box)).toEqual(['failed', 'done', 'done']);
});

test('without an answer it tries again by itself, after 4 s, 8 s, … a minute at the most, and anew after an answer', async () => {
  const phone = aPhone(Array.from({ length: 6 }, () => noAnswer));
  const box = phone.open();
  await box.put(scan('a'));
  await box.flush();
  const pauses: number[] = [];
  for (let timer = phone.timers.shift(); timer; timer = phone.timers.shift()) {
    pauses.push(timer.milliseconds);
    timer.work();
    await box.flush();
  }
  expect(pauses).toEqual([4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  expect(states(box)).toEqual(['done']);
  phone.answers.push(noAnswer);
  await box.put(scan('b'));
  await box.flush();
  expect(phone.timers.map(({ milliseconds }) => milliseconds)).toEqual([4_000]);
});

test('asked to wait for five minutes, it waits for five; when somebody else is signed in, until told', async () => {
  const phone = aPhone([
    { kind: 'notNow', retryAfter: 300_000 },
    { kind: 'notNow', retryAfter: null },
  ]);
  const box = phone.open();
  await box.put(scan('a'));
  await box.flush();
  expect(phone.timers.map(({ milliseconds }) => milliseconds)).toEqual([300_000]);
  await box.flush();
  expect(phone.timers).toEqual([]);
  expect(states(box)).toEqual(['waiting']);
});

test('the same waiting code twice is one', async () => {
  const box = aPhone().open();
  expect(await box.put(scan('a'))).toBe('r-a');
  expect(await box.put({ ...scan('a'), requestId: 'another' })).toBe('r-a');
  expect(box.items()).toHaveLength(1);
});

test('what has not left the phone can be taken out; what may have arrived cannot', async () => {
  const phone = aPhone([noAnswer]);
  const box = phone.open();
  await box.put(scan('a', true));
  await box.put(scan('b', true));
  await box.flush();
  expect([await box.drop('r-a'), await box.drop('r-b')]).toEqual([false, true]);
  await box.flush();
  expect(phone.sent).toEqual(['r-a', 'r-a']);
});

test('without any network nothing leaves the phone, so it can be taken out; with one again it goes', async () => {
  const phone = aPhone();
  phone.phone.hasNetwork = false;
  const box = phone.open();
  await box.put(scan('a'));
  await box.put(scan('b'));
  await box.flush();
  expect(phone.sent).toEqual([]);
  expect(box.items()).toMatchObject([
    { late: true, tried: false },
    { late: true, tried: false },
  ]);
  expect(await box.drop('r-a')).toBe(true);
  phone.phone.hasNetwork = true;
  phone.timers.shift()?.work();
  await box.flush();
  expect(phone.sent).toEqual(['r-b']);
});

test('a fault of ours keeps the input and can be tried again; a refusal cannot', async () => {
  const phone = aPhone([fault, refused]);
  const box = phone.open();
  await box.put(scan('a', true));
  await box.put(scan('b', true));
  await box.flush();
  expect(box.items()).toMatchObject([{ input: { text: 'code-a' } }, { input: null }]);
  await box.retry('r-b');
  await box.retry('r-a');
  expect(phone.sent).toEqual(['r-a', 'r-b', 'r-a']);
  expect(states(box)).toEqual(['done', 'failed']);
});

test('a storage that takes nothing loses nothing while the app is open, and says so', async () => {
  const phone = aPhone([noAnswer]);
  phone.stored.refuses = true;
  const box = phone.open();
  await box.put(scan('a'));
  await box.flush();
  expect([box.keeps(), states(box)]).toEqual([false, ['waiting']]);
  phone.stored.refuses = false;
  await box.flush();
  expect([box.keeps(), states(box)]).toEqual([true, ['done']]);
});

/** A phone whose sending is under way until it is answered. */
async function onItsWay(name: string) {
  const phone = aPhone();
  let answer: (answered: Answered) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  phone.held.promise = new Promise((resolve, reject) => {
    answer = resolve;
    fail = reject;
  });
  const box = phone.open();
  await box.put(scan(name));
  const sending = box.flush();
  while (phone.sent.length === 0) await Promise.resolve();
  return { phone, box, sending, answer, fail };
}

test.each([done, refused, noAnswer])(
  'emptied while something is on its way, it stays empty: $kind',
  async (answered) => {
    const { phone, box, sending, answer } = await onItsWay('a');
    await box.empty();
    answer(answered);
    await sending;
    expect(phone.sent).toEqual(['r-a']);
    expect([box.items(), phone.stored.items]).toEqual([[], []]);
  },
);

test('left while it is on its way, it tells of its end where its person looks', async () => {
  const { box, sending, answer } = await onItsWay('a');
  await box.leave('r-a');
  answer(refused);
  await sending;
  expect(box.items()).toMatchObject([{ state: 'failed', late: true }]);
  await box.leave('r-a');
  expect(box.items()).toEqual([]);
});

test('a sending that breaks leaves it waiting, and is tried again', async () => {
  const { phone, box, sending, fail } = await onItsWay('a');
  fail(new Error('login:fail'));
  await sending;
  expect(states(box)).toEqual(['waiting']);
  phone.held.promise = null;
  phone.timers.shift()?.work();
  await box.flush();
  expect(states(box)).toEqual(['done']);
});

test('what could not be read is not written over, and gone after signing out', async () => {
  const phone = aPhone([noAnswer]);
  phone.stored.items = [{ ...scan('before'), state: 'waiting', tried: false }];
  phone.stored.unreadable = true;
  const box = phone.open();
  await box.put(scan('a'));
  await box.flush();
  expect(box.keeps()).toBe(false);
  expect(phone.stored.items).toMatchObject([{ requestId: 'r-before' }]);
  await box.empty();
  expect(phone.stored.items).toEqual([]);
});

test('what was on its way when the app died waits again', () => {
  const item: Item = { ...scan('a'), state: 'sending', tried: true };
  expect(keptOf([item])).toEqual([{ ...item, state: 'waiting', late: true }]);
});

type Step =
  | 'made'
  | 'sent'
  | 'sending begins'
  | 'a moment passes'
  | 'the app dies'
  | { network: 'good' | 'none' | 'lost before' | 'lost after' };

const never = new Promise<never>(() => undefined);

/** D8.1 Whatever the network and the phone do: everything made is done once, in the order in which it was made. */
test('nothing is lost, nothing is done twice, the order stays', async () => {
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 3, arbitrary: fc.constant('made' as const) },
    { weight: 3, arbitrary: fc.constant('sent' as const) },
    { weight: 2, arbitrary: fc.constant('sending begins' as const) },
    { weight: 4, arbitrary: fc.constant('a moment passes' as const) },
    fc.constant('the app dies' as const),
    fc.record({
      network: fc.constantFrom('good' as const, 'none' as const, 'lost before' as const, 'lost after' as const),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const stored = { items: [] as Item[] };
      const server: string[] = [];
      let network = 'good';
      let running = 0;
      const open = () => {
        const run = (running += 1);
        /** A program that is gone hears nothing any more. */
        const heard = <T>(value: T): Promise<T> => (run === running ? Promise.resolve(value) : never);
        return makeBox({
          read: () => heard(structuredClone(stored.items)),
          write: async (items) => {
            await heard(null);
            stored.items = structuredClone(items);
          },
          mayLeave: () => heard(network !== 'none'),
          send: async ({ requestId }) => {
            await heard(null);
            if (network === 'lost before') return heard(noAnswer);
            if (!server.includes(requestId)) server.push(requestId);
            await Promise.resolve();
            return heard(network === 'lost after' ? noAnswer : done);
          },
          later: () => () => undefined,
        });
      };
      let box = open();
      let made = 0;
      for (const each of steps) {
        if (each === 'made') await box.put(scan(String((made += 1))));
        else if (each === 'sent') await box.flush();
        else if (each === 'sending begins') void box.flush();
        else if (each === 'a moment passes') await Promise.resolve();
        else if (each === 'the app dies') box = open();
        else ({ network } = each);
      }
      network = 'good';
      // The first may only have joined what was under way without one.
      await box.flush();
      await box.flush();
      expect(server).toEqual(Array.from({ length: made }, (_, at) => `r-${at + 1}`));
      expect(box.items().filter(isOnItsWay)).toEqual([]);
      expect(stored.items).toEqual([]);
    }),
  );
});

test('D2.5 C19 a log that was refused for its day keeps what was written, to be mended; one refused for its people does not', async () => {
  const log = (name: string) => ({
    ...scan(name),
    op: 'contactLog.write' as const,
    input: {
      task: 'listening' as const,
      way: 'phone' as const,
      activity: false,
      day: '2026-11-26',
      text: name,
      contactIds: [],
    },
    about: '陈嘉怡',
    people: ['陈嘉怡'],
    late: true,
  });
  const before = { ...error, code: 'LOG_BEFORE_CONTACT', data: { since: '2026-11-26' } };
  const phone = aPhone([
    { kind: 'refused', error: before },
    { kind: 'refused', error: { ...error, code: 'CONTACT_NOT_FOUND' } },
  ]);
  const box = phone.open();
  await box.put(log('a'));
  await box.put(log('b'));
  await box.flush();
  expect(box.items()).toMatchObject([
    { state: 'failed', input: { text: 'a' }, about: '陈嘉怡', people: ['陈嘉怡'] },
    { state: 'failed', input: null, about: null, people: undefined },
  ]);
  expect(phone.stored.items).toMatchObject([{ input: { text: 'a' } }, { input: null }]);
});

const log = (requestId: string, contactIds: string[]) => ({
  op: 'contactLog.write' as const,
  requestId,
  input: {
    task: 'listening' as const,
    way: 'phone' as const,
    activity: false,
    day: '2026-11-26',
    text: '',
    contactIds,
  },
  about: '陈嘉怡',
  people: contactIds,
  madeAt: 0,
  late: true,
});
const left = (code: string): Answered => ({ kind: 'refused', error: { ...error, code } });

test('D2.3 two calls of one day to the same one are two logs', async () => {
  const phone = aPhone();
  const box = phone.open();
  expect(await box.put(log('r-1', ['a']))).toBe('r-1');
  expect(await box.put(log('r-2', ['a']))).toBe('r-2');
  await box.flush();
  expect(phone.sent).toEqual(['r-1', 'r-2']);
});

test.each(['CONTACT_ENDED', 'CONTACT_NOT_FOUND'])(
  'D9.5 %s: a log about several keeps what it says of the others; one about the one who left is wiped',
  async (code) => {
    const box = aPhone([left(code), left(code)]).open();
    await box.put(log('r-several', ['a', 'b']));
    await box.put(log('r-one', ['a']));
    await box.flush();
    expect(box.items()).toMatchObject([
      { state: 'failed', input: { contactIds: ['a', 'b'] }, people: ['a', 'b'] },
      { state: 'failed', input: null, about: null },
    ]);
  },
);

test('D2.2 a scan of somebody who has left is wiped', async () => {
  const box = aPhone([left('CONTACT_ENDED')]).open();
  await box.put(scan('a', true));
  await box.flush();
  expect(box.items()).toMatchObject([{ state: 'failed', input: null }]);
});
