import fc from 'fast-check';
import { dayOf, daysAfter } from '../../cloudfunctions/api/kernel/calendar';
import type { ContactRow } from '../../types/contact';
import type { OwnLog } from '../../types/contactLog';
import { LOG_TASKS, LOG_WAYS } from '../../types/words';
import type { MadeCadre, MadeYouth } from '../factory';
import { call, Refused, rid } from '../support/house';
import { liveCadreCode, liveCode } from '../support/world';
import { world } from './logging';

const DAY_MS = 86_400_000;
const MONTH_DAYS = 31;

const who = { cadre: fc.nat(1), youth: fc.nat(3) };
const said = {
  way: fc.constantFrom(...LOG_WAYS),
  task: fc.constantFrom(...LOG_TASKS),
  activity: fc.boolean(),
  daysBack: fc.oneof(fc.constant(0), fc.nat(9), fc.nat(100)),
  more: fc.boolean(),
};
const oneOf = { ...who, nth: fc.nat(5) };

const steps = {
  scan: fc.record({ do: fc.constant('scan' as const), ...who, logged: fc.boolean() }),
  leave: fc.record({ do: fc.constant('leave' as const), ...who }),
  undo: fc.record({ do: fc.constant('undo' as const), ...who }),
  log: fc.record({ do: fc.constant('log' as const), ...who, ...said }),
  edit: fc.record({ do: fc.constant('edit' as const), ...oneOf, ...said }),
  say: fc.record({
    do: fc.constantFrom('remove' as const, 'confirm' as const, 'dispute' as const, 'hideText' as const),
    ...oneOf,
  }),
  answer: fc.record({ do: fc.constantFrom('answer' as const, 'settle' as const), ...oneOf, yes: fc.boolean() }),
  meet: fc.record({ do: fc.constant('meet' as const), ...who, byYouth: fc.boolean() }),
  transfer: fc.record({ do: fc.constant('transfer' as const), cadre: fc.nat(1), basic: fc.boolean() }),
  wait: fc.record({ do: fc.constant('wait' as const), days: fc.oneof(fc.nat(2), fc.nat(7 * MONTH_DAYS)) }),
};

export type Step = {
  [Name in keyof typeof steps]: (typeof steps)[Name] extends fc.Arbitrary<infer Of> ? Of : never;
}[keyof typeof steps];

/** What may happen between two cadres and four youths, in any order. */
export const aHistory = fc.array(
  fc.oneof<{ weight: number; arbitrary: fc.Arbitrary<Step> }[]>(
    { weight: 4, arbitrary: steps.scan },
    { weight: 2, arbitrary: steps.leave },
    { weight: 3, arbitrary: steps.undo },
    { weight: 8, arbitrary: steps.log },
    { weight: 3, arbitrary: steps.edit },
    { weight: 8, arbitrary: steps.say },
    { weight: 6, arbitrary: steps.answer },
    { weight: 2, arbitrary: steps.meet },
    { weight: 1, arbitrary: steps.transfer },
    { weight: 3, arbitrary: steps.wait },
  ),
  { minLength: 20, maxLength: 50 },
);

const first = { cadre: 0, youth: 0 };
const words = { way: 'online', task: 'guidance', activity: true, daysBack: 0, more: false } as const;

/** A history in which each step is done at least once, whatever chance makes of the others. */
export const EVERYTHING: Step[] = [
  { do: 'scan', cadre: 0, youth: 2, logged: true },
  { do: 'undo', ...first },
  { do: 'scan', cadre: 0, youth: 3, logged: false },
  { do: 'undo', ...first },
  { do: 'log', ...first, ...words },
  { do: 'edit', ...first, ...words, nth: 0, way: 'phone' },
  { do: 'dispute', ...first, nth: 0 },
  { do: 'answer', ...first, nth: 0, yes: true },
  { do: 'settle', ...first, nth: 0, yes: true },
  { do: 'log', ...first, ...words },
  { do: 'confirm', ...first, nth: 0 },
  { do: 'hideText', ...first, nth: 0 },
  { do: 'log', ...first, ...words },
  { do: 'remove', ...first, nth: 0 },
  { do: 'meet', ...first, byYouth: false },
  { do: 'meet', ...first, byYouth: true },
  { do: 'wait', days: 1 },
  { do: 'transfer', cadre: 0, basic: true },
  { do: 'log', ...first, ...words },
  { do: 'leave', ...first },
];

export interface Play {
  cadres: MadeCadre[];
  youths: MadeYouth[];
}

const ownLogs = async (cadre: MadeCadre, now: Date): Promise<OwnLog[]> =>
  (await call(world.house, cadre, 'contactLog.list', {}, { now })).items;

/** Ends the post today, and another begins: elsewhere, in another class. */
async function transfer(cadre: MadeCadre, today: string, basic: boolean): Promise<void> {
  const { db, factory, orgs } = world;
  await db.kysely
    .updateTable('post')
    .set({ until_day: today })
    .where('person_id', '=', cadre.personId)
    .where('until_day', 'is', null)
    .execute();
  factory.aCadre({
    org: basic ? orgs.shishan : orgs.guangzhou,
    service: basic ? 'partTime' : 'fullTime',
    person: cadre,
    from: today,
  });
  await factory.save();
}

const nthOf = <T>(all: T[], nth: number): T | undefined => all[nth % all.length];

const firstLog = (day: string, contactId: string) => ({
  task: 'guidance' as const,
  way: 'faceToFace' as const,
  activity: false,
  day,
  text: '加上了',
  contactIds: [contactId],
});

/** Undoes the last contact of a cadre, and says whether it had a log. */
async function undo(cadre: MadeCadre, last: ContactRow | undefined, now: Date): Promise<string | null> {
  if (!last) return null;
  const logged = (await ownLogs(cadre, now)).some(({ people }) =>
    people.some((one) => one.contactId === last.contactId),
  );
  await call(world.house, cadre, 'contact.undo', { contactId: last.contactId, requestId: rid() }, { now });
  return logged ? 'undo what was logged' : 'undo';
}

/** Does a step, and says what was done; null where there was nothing to do it to. */
async function perform(
  step: Exclude<Step, { do: 'wait' }>,
  { cadres, youths }: Play,
  now: Date,
): Promise<string | null> {
  const { house } = world;
  const options = { now };
  const requestId = rid();
  const today = dayOf(now);
  const cadre = cadres[step.cadre] as MadeCadre;
  if (step.do === 'transfer') {
    await transfer(cadre, today, step.basic);
    return step.do;
  }
  const youth = youths[step.youth] as MadeYouth;
  if (step.do === 'scan') {
    const text = await liveCode(house, youth, now);
    const { contactId } = await call(house, cadre, 'contact.register', { text, requestId }, options);
    if (step.logged)
      await call(house, cadre, 'contactLog.write', { ...firstLog(today, contactId), requestId: rid() }, options);
    return step.do;
  }
  if (step.do === 'meet') {
    const [by, text] = step.byYouth
      ? [youth, await liveCadreCode(house, cadre, now)]
      : [cadre, await liveCode(house, youth, now)];
    await call(house, by, 'contactLog.meet', { text, requestId }, options);
    return step.byYouth ? 'meet by the youth' : step.do;
  }
  const { items: held } = await call(house, cadre, 'contact.list', {}, options);
  if (step.do === 'undo') return undo(cadre, held[0], now);
  if (step.do === 'leave') {
    const contact = held.find(({ name }) => name === youth.name);
    if (!contact) return null;
    const leaving = { contactId: contact.contactId, block: false, requestId };
    await call(house, youth, 'contact.leave', leaving, options);
    return step.do;
  }
  if (step.do === 'log' || step.do === 'edit') {
    const contactIds = (step.more ? held : held.slice(0, 1)).map(({ contactId }) => contactId);
    if (contactIds.length === 0) return null;
    const { way, task, activity, daysBack } = step;
    const words = { way, task, activity, day: daysAfter(today, -daysBack), text: '聊', contactIds };
    if (step.do === 'log') {
      await call(house, cadre, 'contactLog.write', { ...words, requestId }, options);
      return step.do;
    }
    const log = nthOf(await ownLogs(cadre, now), step.nth);
    if (!log) return null;
    await call(house, cadre, 'contactLog.edit', { logId: log.logId, ...words, requestId }, options);
    return step.do;
  }
  const log = nthOf(await ownLogs(cadre, now), step.nth);
  const mark = log && nthOf(log.people, step.youth);
  const named = youths.find(({ name }) => name === mark?.name);
  if (!log || !mark || !named) return null;
  const about = { logId: log.logId, requestId };
  if (step.do === 'remove') await call(house, cadre, 'contactLog.remove', about, options);
  else if (step.do === 'settle') await call(house, named, 'contactLog.settle', { ...about, wasMe: step.yes }, options);
  else if (step.do !== 'answer') await call(house, named, `contactLog.${step.do}`, about, options);
  else {
    const answer = { ...about, contactId: mark.contactId, text: step.yes ? '是你' : null };
    await call(house, cadre, 'contactLog.answer', answer, options);
  }
  return step.do;
}

const EXPECTED = new Set([
  'YOUTH_FULL',
  'CONTACT_ALREADY',
  'CONTACT_NOT_FOUND',
  'CODE_USED',
  'UNDO_TOO_LATE',
  'LOG_BEFORE_CONTACT',
  'LOG_WITHOUT_POST',
  'LOG_NOT_FOUND',
  'LOG_CLOSED',
  'LOG_DISPUTED',
  'LOG_KEPT',
  'DISPUTE_ALREADY',
  'DISPUTE_SETTLED',
  'DISPUTE_UNANSWERED',
]);

/** Plays it, and tells when it ended; refusals are part of it, anything else is a failure. */
export async function playHistory(steps: Step[], people: Play, begin: Date, done: Set<string>): Promise<Date> {
  let now = begin;
  for (const step of steps) {
    // A new code for each scan, and otherwise so little that a contact can still be undone.
    const seconds = step.do === 'scan' || step.do === 'meet' ? 31 : 2;
    now = new Date(now.getTime() + seconds * 1000 + (step.do === 'wait' ? step.days * DAY_MS : 0));
    if (step.do === 'wait') continue;
    try {
      const what = await perform(step, people, now);
      if (what) done.add(what);
    } catch (error) {
      if (!(error instanceof Refused) || !EXPECTED.has(error.code)) throw error;
    }
  }
  return now;
}

/** Every log of a cadre, whatever the page. */
export async function allLogs(cadre: MadeCadre, now: Date): Promise<OwnLog[]> {
  const logs: OwnLog[] = [];
  let cursor: string | undefined;
  do {
    const page = await call(world.house, cadre, 'contactLog.list', { cursor }, { now });
    logs.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);
  return logs;
}
