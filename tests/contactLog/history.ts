import fc from 'fast-check';
import { dayOf, daysAfter } from '../../cloudfunctions/api/kernel/calendar';
import type { OwnLog } from '../../types/contactLog';
import { LOG_TASKS, LOG_WAYS } from '../../types/words';
import type { MadeCadre, MadeYouth } from '../factory';
import { call, Refused, rid } from '../support/house';
import { liveCode } from '../support/world';
import { world } from './logging';

const DAY_MS = 86_400_000;
const MONTH_DAYS = 31;

const who = { cadre: fc.nat(1), youth: fc.nat(3) };
const said = {
  way: fc.constantFrom(...LOG_WAYS),
  task: fc.constantFrom(...LOG_TASKS),
  activity: fc.boolean(),
  daysBack: fc.oneof(fc.nat(9), fc.nat(100)),
  more: fc.boolean(),
};
const oneOf = { ...who, nth: fc.nat(5) };

const steps = {
  scan: fc.record({ do: fc.constant('scan' as const), ...who }),
  leave: fc.record({ do: fc.constantFrom('leave' as const, 'undo' as const), ...who }),
  log: fc.record({ do: fc.constant('log' as const), ...who, ...said }),
  edit: fc.record({ do: fc.constant('edit' as const), ...oneOf, ...said }),
  say: fc.record({
    do: fc.constantFrom('remove' as const, 'confirm' as const, 'dispute' as const, 'hideText' as const),
    ...oneOf,
  }),
  answer: fc.record({ do: fc.constantFrom('answer' as const, 'settle' as const), ...oneOf, yes: fc.boolean() }),
  meet: fc.record({ do: fc.constant('meet' as const), ...who }),
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
    { weight: 1, arbitrary: steps.leave },
    { weight: 8, arbitrary: steps.log },
    { weight: 3, arbitrary: steps.edit },
    { weight: 5, arbitrary: steps.say },
    { weight: 3, arbitrary: steps.answer },
    { weight: 2, arbitrary: steps.meet },
    { weight: 1, arbitrary: steps.transfer },
    { weight: 3, arbitrary: steps.wait },
  ),
  { minLength: 12, maxLength: 40 },
);

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

async function perform(step: Exclude<Step, { do: 'wait' }>, { cadres, youths }: Play, now: Date): Promise<void> {
  const { house } = world;
  const options = { now };
  const requestId = rid();
  const today = dayOf(now);
  const cadre = cadres[step.cadre] as MadeCadre;
  if (step.do === 'transfer') return transfer(cadre, today, step.basic);
  const youth = youths[step.youth] as MadeYouth;
  if (step.do === 'scan' || step.do === 'meet') {
    const op = step.do === 'scan' ? 'contact.register' : 'contactLog.meet';
    await call(house, cadre, op, { text: await liveCode(house, youth, now), requestId }, options);
    return;
  }
  const { items: held } = await call(house, cadre, 'contact.list', {}, options);
  const contact = held.find(({ name }) => name === youth.name);
  if (step.do === 'leave' || step.do === 'undo') {
    if (!contact) return;
    const about = { contactId: contact.contactId, requestId };
    if (step.do === 'undo') await call(house, cadre, 'contact.undo', about, options);
    else await call(house, youth, 'contact.leave', { ...about, block: false }, options);
    return;
  }
  if (step.do === 'log' || step.do === 'edit') {
    const contactIds = (step.more ? held : held.slice(0, 1)).map(({ contactId }) => contactId);
    if (contactIds.length === 0) return;
    const { way, task, activity, daysBack } = step;
    const words = { way, task, activity, day: daysAfter(today, -daysBack), text: '聊', contactIds };
    if (step.do === 'log') await call(house, cadre, 'contactLog.write', { ...words, requestId }, options);
    const log = step.do === 'edit' && (await ownLogs(cadre, now))[step.nth];
    if (log) await call(house, cadre, 'contactLog.edit', { logId: log.logId, ...words, requestId }, options);
    return;
  }
  const log = 'nth' in step ? (await ownLogs(cadre, now))[step.nth] : undefined;
  if (!log) return;
  const about = { logId: log.logId, requestId };
  const mark = log.people.find(({ name }) => name === youth.name);
  if (step.do === 'remove') await call(house, cadre, 'contactLog.remove', about, options);
  else if (step.do === 'settle') await call(house, youth, 'contactLog.settle', { ...about, wasMe: step.yes }, options);
  else if (step.do !== 'answer') await call(house, youth, `contactLog.${step.do}`, about, options);
  else if (mark) {
    const answer = { ...about, contactId: mark.contactId, text: step.yes ? '是你' : null };
    await call(house, cadre, 'contactLog.answer', answer, options);
  }
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
  'DISPUTE_ALREADY',
  'DISPUTE_SETTLED',
  'DISPUTE_UNANSWERED',
]);

/** Plays it, and tells when it ended; refusals are part of it, anything else is a failure. */
export async function playHistory(steps: Step[], people: Play, begin: Date, done: Set<string>): Promise<Date> {
  let now = begin;
  for (const step of steps) {
    now = new Date(now.getTime() + 31_000 + (step.do === 'wait' ? step.days * DAY_MS : 0));
    if (step.do === 'wait') continue;
    try {
      await perform(step, people, now);
      done.add(step.do);
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
