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
  const stored = { items: [] as Item[], refuses: false };
  const phone = { hasNetwork: true };
  const sent: string[] = [];
  const timers: { work: () => void; milliseconds: number }[] = [];
  const open = () =>
    makeBox({
      read: () => Promise.resolve(structuredClone(stored.items)),
      write: (items) => {
        if (stored.refuses) return Promise.reject(new Error('full'));
        stored.items = structuredClone(items);
        return Promise.resolve();
      },
      mayLeave: () => Promise.resolve(phone.hasNetwork),
      send: ({ requestId }) => {
        sent.push(requestId);
        return Promise.resolve(answers.shift() ?? done);
      },
      later: (work, milliseconds) => {
        const timer = { work, milliseconds };
        timers.push(timer);
        return () => void timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0);
      },
    });
  return { stored, phone, sent, timers, answers, open };
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

test('emptied while something is on its way, it stays empty', async () => {
  const box = aPhone([noAnswer]).open();
  await box.put(scan('a'));
  const sending = box.flush();
  await box.empty();
  await sending;
  expect(box.items()).toEqual([]);
});

test('what was on its way when the app died waits again', () => {
  const item: Item = { ...scan('a'), state: 'sending', tried: true };
  expect(keptOf([item])).toEqual([{ ...item, state: 'waiting', late: true }]);
});

type Step = 'made' | 'sent' | 'the app dies' | { network: 'good' | 'none' | 'lost before' | 'lost after' };

/** D8.1 Whatever the network and the phone do: everything made is done once, in the order in which it was made. */
test('nothing is lost, nothing is done twice, the order stays', async () => {
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 3, arbitrary: fc.constant('made' as const) },
    { weight: 3, arbitrary: fc.constant('sent' as const) },
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
      const open = () =>
        makeBox({
          read: () => Promise.resolve(structuredClone(stored.items)),
          write: (items) => {
            stored.items = structuredClone(items);
            return Promise.resolve();
          },
          mayLeave: () => Promise.resolve(network !== 'none'),
          send: ({ requestId }) => {
            if (network === 'lost before') return Promise.resolve(noAnswer);
            if (!server.includes(requestId)) server.push(requestId);
            return Promise.resolve(network === 'lost after' ? noAnswer : done);
          },
          later: () => () => undefined,
        });
      let box = open();
      let made = 0;
      for (const each of steps) {
        if (each === 'made') await box.put(scan(String((made += 1))));
        else if (each === 'sent') await box.flush();
        else if (each === 'the app dies') box = open();
        else ({ network } = each);
      }
      network = 'good';
      await box.flush();
      expect(server).toEqual(Array.from({ length: made }, (_, at) => `r-${at + 1}`));
      expect(box.items().filter(isOnItsWay)).toEqual([]);
      expect(stored.items).toEqual([]);
    }),
  );
});
