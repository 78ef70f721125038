import type { OwnLog } from '../../../types/contactLog';
import type { Actor } from '../kernel/actor';
import { logLook } from '../kernel/audit';
import { dayOf } from '../kernel/calendar';
import { refuse } from '../kernel/errors';
import type { Scene } from '../kernel/gate';
import { holderOn, isMinor } from '../org/rules';
import { weightOf } from './rules/writing';
import * as store from './store/read';

export type CadreScene = Scene & { actor: Actor };

export const holderOf = ({ today, policy, actor }: CadreScene) => holderOn(actor.personId, today, policy.age);

/** D9.3 Whoever reads the names of minors in a list leaves a trace. */
export const logMinors = (scene: CadreScene, people: { youthId: string; birthMonth: string }[]): Promise<void> => {
  const minors = people.filter(({ birthMonth }) => isMinor(birthMonth, scene.today, scene.policy.age));
  return logLook(scene, scene.actor, [...new Set(minors.map(({ youthId }) => youthId))], 'list');
};

/** What both sides see of a log. */
export const shownOf = (row: store.LogRow) => ({
  logId: row.id,
  task: row.task,
  way: row.way,
  activity: row.activity,
  day: row.day,
  late: row.late,
  textState: row.textState,
  writtenAt: row.writtenAt.toISOString(),
  changedAt: row.changedAt && row.changedAt.toISOString(),
});

const isRead = ({ textState, refused, lost }: store.OwnRow): boolean => (textState !== 'hidden' || refused) && !lost;

type Person = Awaited<ReturnType<typeof store.peopleOf>>[number];

async function withPeople(scene: CadreScene, rows: store.OwnRow[], found: Person[], named: number): Promise<OwnLog[]> {
  const shown = rows.map((row) => ({ row, people: found.filter(({ logId }) => logId === row.id) }));
  await logMinors(
    scene,
    shown.flatMap(({ people }) => people.slice(0, named)),
  );
  return shown.map(({ row, people }) => ({
    ...shownOf(row),
    text: isRead(row) && people.length === row.youths ? row.text : null,
    weight: weightOf(row, scene.policy.contactLog),
    people: people.slice(0, named).map(({ contactId, name, state, counts, proof, answer, answerState }) => ({
      contactId,
      name,
      state,
      counts,
      proof,
      answer,
      answerState,
    })),
    youths: row.youths,
    disputed: row.disputed,
    open: dayOf(row.writtenAt) === scene.today,
  }));
}

/**
 * A cadre's logs as the cadre may see them today: the names of those who are still held, in lists the first of them; a
 * text only while everybody is whom it is about (D9.5), also one that waits or that an administrator does not show.
 */
export async function showOwn(scene: CadreScene, rows: store.OwnRow[], named = Infinity): Promise<OwnLog[]> {
  const ids = rows.map(({ id }) => id);
  return withPeople(scene, rows, ids.length ? await store.peopleOf(scene.tx, holderOf(scene), ids) : [], named);
}

/** One of them with everybody in it. */
export async function showOne(scene: CadreScene, logId: string): Promise<OwnLog> {
  const [row, people] = await Promise.all([
    store.ownLog(scene.tx, scene.actor.personId, logId),
    store.peopleOf(scene.tx, holderOf(scene), [logId]),
  ]);
  const [log] = row ? await withPeople(scene, [row], people, Infinity) : [];
  return log ?? refuse('LOG_NOT_FOUND', {});
}
