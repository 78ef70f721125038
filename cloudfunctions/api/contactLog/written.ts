import { uuidv7 } from 'uuidv7';
import type { Inputs } from '../../../types/contract';
import { heed, refuse } from '../kernel/errors';
import { as, os } from '../kernel/gate';
import { readsTexts, type Reading } from '../kernel/reading';
import { once } from '../kernel/requests';
import { answerVerdict, changeVerdict, editVerdict, isActivity, isLate, logVerdict } from './rules/writing';
import { holderOf, type CadreScene } from './shown';
import { checked } from './texts';
import { ownLog, peopleOf } from './store/read';
import * as store from './store/write';

/** A cadre whose words others read. */
const asWriter = readsTexts.concat(as.cadre);

const itsId = (logId: string) => Promise.resolve({ logId });

type Said = Omit<Inputs['contactLog']['write'], 'requestId'>;

/** The post of the day and the contacts, until this transaction ends. */
const take = (scene: CadreScene, { day, contactIds }: Pick<Said, 'day' | 'contactIds'>) =>
  Promise.all([
    store.postOfDay(scene.tx, day, contactIds),
    store.lockContacts(scene.tx, holderOf(scene), contactIds),
  ] as const);

type Taken = Awaited<ReturnType<typeof take>>;

/** Refuses where no such log may be written. */
function settle(scene: CadreScene, said: Said, [post, contacts]: Taken): Omit<store.LogWords, 'text'> {
  const { today, policy } = scene;
  const { task, way, day, contactIds } = said;
  heed(logVerdict({ day, named: contactIds.length, contacts, inPost: post !== null }, today));
  const youths = contactIds.length;
  return {
    post: post ?? refuse('LOG_WITHOUT_POST', { day }),
    task,
    way,
    activity: isActivity(said.activity, { way, youths }, policy.contactLog),
    day,
    late: isLate(day, today, policy.contactLog),
    youths,
  };
}

async function writeDown(scene: CadreScene, read: Reading, id: string, said: Said, taken: Taken): Promise<void> {
  const { tx, actor, now } = scene;
  const words = { ...settle(scene, said, taken), text: checked(read, 'line', said.text, null) };
  await store.addLog(tx, id, actor.personId, words, said.contactIds, now);
}

export const write = os.contactLog.write.use(asWriter).handler(({ context: { scene, read }, input }) => {
  const id = uuidv7();
  return once(
    scene,
    'contactLog.write',
    input,
    id,
    (taken: Taken) => writeDown(scene, read, id, input, taken),
    itsId,
    () => take(scene, input),
  );
});

export const repeat = os.contactLog.repeat.use(asWriter).handler(({ context: { scene, read }, input }) => {
  const id = uuidv7();
  return once(
    scene,
    'contactLog.repeat',
    input,
    id,
    async () => {
      const { tx, actor, today: day } = scene;
      const [log, people] = await Promise.all([
        ownLog(tx, actor.personId, input.logId),
        peopleOf(tx, holderOf(scene), [input.logId]),
      ]);
      const { task, way, activity } = log ?? refuse('LOG_NOT_FOUND', {});
      const contactIds = people.filter(({ state }) => state !== 'struck').map(({ contactId }) => contactId);
      if (contactIds.length === 0) refuse('CONTACT_ENDED', {});
      const said = { task, way, activity, day, text: input.text, contactIds };
      await writeDown(scene, read, id, said, await take(scene, said));
    },
    itsId,
  );
});

/** A cadre's own log, taken and open to change today still. */
async function takeOpen({ tx, actor, today }: CadreScene, logId: string) {
  const [, log] = await Promise.all([store.lockLog(tx, logId), store.changeable(tx, actor.personId, logId)]);
  const found = log ?? refuse('LOG_NOT_FOUND', {});
  heed(changeVerdict(found.writtenAt, today));
  return found;
}

export const edit = os.contactLog.edit.use(asWriter).handler(({ context: { scene, read }, input }) =>
  once(
    scene,
    'contactLog.edit',
    input,
    input.logId,
    async (taken: Taken) => {
      const { tx, now } = scene;
      const { logId, contactIds } = input;
      const settled = settle(scene, input, taken);
      const { states, youths, hidText, hidBy, ...was } = await takeOpen(scene, logId);
      const { length: seen } = await peopleOf(tx, holderOf(scene), [logId]);
      heed(editVerdict({ states, youths, seen }));
      const text = checked(read, 'line', input.text, was);
      const words = { ...settled, text: hidText ? { ...text, state: 'hidden' as const, id: null } : text };
      await Promise.all([
        store.keepVersion(tx, logId, now),
        store.clearMarks(tx, logId),
        store.changeLog(tx, logId, words, now),
        store.addMarks(tx, logId, words, contactIds, hidBy),
      ]);
    },
    itsId,
    () => take(scene, input),
  ),
);

export const remove = os.contactLog.remove.use(as.cadre).handler(({ context: { scene }, input }) =>
  once(
    scene,
    'contactLog.remove',
    input,
    input.logId,
    async () => {
      const { tx, now } = scene;
      await takeOpen(scene, input.logId);
      await Promise.all([
        store.keepVersion(tx, input.logId, now),
        store.clearMarks(tx, input.logId),
        store.deleteLog(tx, input.logId, now),
      ]);
    },
    itsId,
  ),
);

export const answer = os.contactLog.answer.use(asWriter).handler(({ context: { scene, read }, input }) =>
  once(
    scene,
    'contactLog.answer',
    input,
    input.logId,
    async () => {
      const { tx, actor, now } = scene;
      const { logId, contactId, text } = input;
      const [, , mark] = await Promise.all([
        store.keepPeopleOf(tx, actor.personId, logId),
        store.lockLog(tx, logId),
        store.markOfOwn(tx, actor.personId, logId, contactId),
      ]);
      const { state, disputeId, was } = mark ?? refuse('LOG_NOT_FOUND', {});
      heed(answerVerdict(state));
      const answered = text === null ? null : checked(read, 'answer', text, was);
      await store.answerDispute(tx, { logId, contactId, disputeId }, answered, now);
    },
    itsId,
  ),
);
