import type { OwnQuarter } from '../../../types/contactLog';
import { dueStandingOf, quietBefore } from '../contact/rules';
import { quarterOf } from '../kernel/calendar';
import { as, os } from '../kernel/gate';
import { holdings } from '../kernel/stock';
import { tenureOn } from '../kernel/tenure';
import { workYears } from '../kernel/workYears';
import { breadthOf, concentration, fieldsReached } from './rules/breadth';
import { helpsOf, type Shortfall } from './rules/next';
import { amongYouthsOf, dayWeight, lastDaySoFar, openDays, shareOf, voiceOf, yearOf } from './rules/rhythm';
import { selfCheckText } from './rules/selfCheck';
import { holderOf, logMinors, type CadreScene } from './shown';
import { FIELDS } from '../../../types/words';
import * as store from './store/quarter';

const partOf = (n: number, of: number) => ({ n, of, share: shareOf(n, of) });

/** Everything at once; nothing waits for another answer. */
async function factsOf({ tx, actor, today }: CadreScene, of: string) {
  const quarter = quarterOf(of);
  const day = lastDaySoFar(quarter, today);
  const { personId } = actor;
  const [{ held, overAge }, tenure, days, flows, rows, times, other, years] = await Promise.all([
    holdings(tx, personId, today),
    tenureOn(tx, personId, day),
    store.voiceDays(tx, personId, quarter),
    store.flowsOf(tx, personId, quarter.from),
    store.heldRows(tx, personId, today, yearOf(of)),
    store.timesContacted(tx, personId, quarter),
    store.otherFacts(tx, personId, quarter),
    workYears(tx, quarter),
  ]);
  return { quarter, day, held, overAge, tenure, days, flows, rows, times, other, years };
}

async function quarterOfCadre(scene: CadreScene, of: string): Promise<OwnQuarter> {
  const { today, policy } = scene;
  const { contactLog, contact } = policy;
  const { quarter, day, held, overAge, tenure, days, flows, rows, times, other, years } = await factsOf(scene, of);
  const standing = dueStandingOf(held, overAge, tenure, day, contact);
  const voice = voiceOf(days, quarter, today, contactLog);
  const breadth = breadthOf(rows, tenure?.orgNames ?? [], contact.holdersPerYouth);
  const met = rows.filter((row) => row.counts && row.met).length;
  const unproved = rows.filter((row) => row.counts && !row.met && row.said).length;
  const fields = fieldsReached(standing.byField);
  const wanted = contactLog.activitiesPerQuarter;
  const shortfalls: Shortfall[] = [
    { what: 'dispute', n: other.disputed, of: 1 },
    { what: 'voice', n: openDays(days, quarter, today, contactLog), of: contactLog.lateAfterDays + 1 },
    { what: 'activity', n: wanted - flows.activities, of: wanted },
    { what: 'meeting', n: breadth.of - met - unproved, of: breadth.of },
    { what: 'prove', n: unproved, of: breadth.of },
    { what: 'quota', n: standing.dueOn ? 0 : standing.missing, of: standing.quota },
    { what: 'field', n: FIELDS.length - fields, of: FIELDS.length },
    { what: 'identity', n: other.channels > 0 ? 0 : 1, of: 1 },
  ];
  return {
    today,
    ...quarter,
    voice: { ...voice, logs: flows.logs },
    activities: { done: flows.activities, wanted },
    faceToFace: { met, of: breadth.of, share: shareOf(met, breadth.of), unproved },
    quota: standing,
    breadth: {
      fields,
      ordinary: partOf(breadth.ordinary, breadth.of),
      ownUnit: tenure?.service === 'partTime' ? partOf(breadth.ownUnit, breadth.of) : null,
      byHolders: breadth.byHolders,
      concentration: concentration(times, breadth.of),
    },
    amongYouths: amongYouthsOf(
      { met: other.meetingDays, grassroots: other.grassrootsDays },
      { from: quarter.from, until: day },
      years,
    ),
    identity: { open: other.channels > 0 },
    disputed: other.disputed,
    helps: helpsOf(shortfalls),
  };
}

export const quarter = os.contactLog.quarter
  .use(as.cadre)
  .handler(({ context: { scene }, input }) => quarterOfCadre(scene, input.quarter ?? scene.today));

export const selfCheck = os.contactLog.selfCheck.use(as.cadre).handler(async ({ context: { scene }, input }) => ({
  text: selfCheckText(await quarterOfCadre(scene, input.quarter ?? scene.today)),
}));

export const year = os.contactLog.year.use(as.cadre).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, today, policy } = scene;
  const span = yearOf(input.year === undefined ? today : `${input.year}-01-01`);
  const days = await store.voiceDays(tx, actor.personId, span);
  return { today, ...span, days: days.map((one) => ({ day: one.day, weight: dayWeight(one, policy.contactLog) })) };
});

export const todos = os.contactLog.todos.use(as.cadre).handler(async ({ context: { scene } }) => {
  const { tx, actor, today, policy } = scene;
  const { quietAfterDays, quietNamed, activitiesPerQuarter } = policy.contactLog;
  const { from, until } = quarterOf(today);
  const [quiet, flows, disputes, choices] = await Promise.all([
    store.quietContacts(tx, holderOf(scene), quietBefore(today, quietAfterDays)),
    store.flowsOf(tx, actor.personId, from),
    store.disputedMarks(tx, holderOf(scene), quietNamed),
    store.choicesWaiting(tx),
  ]);
  const named = quiet.slice(0, quietNamed);
  await logMinors(scene, [...named, ...disputes.filter((mark) => mark.name !== null)]);
  return {
    quiet: {
      n: quiet.length,
      days: quietAfterDays,
      items: named.map(({ contactId, name, lastOn }) => ({ contactId, name, lastOn })),
    },
    activityUntil: flows.activities < activitiesPerQuarter ? until : null,
    disputes: disputes.map(({ logId, contactId, name, day }) => ({ logId, contactId, name, day })),
    choices,
  };
});
