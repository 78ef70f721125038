import { uuidv7 } from 'uuidv7';
import type { Inputs } from '../../../types/contract';
import type { MarkState } from '../../../types/words';
import { heed, refuse } from '../kernel/errors';
import { as, os } from '../kernel/gate';
import { once } from '../kernel/requests';
import { answerVerdict, changeVerdict, editVerdict, isActivity, isLate, logVerdict } from './rules/writing';
import { holderOf, showOne, type CadreScene } from './shown';
import { stateOfText } from './texts';
import { ownLog, peopleOf } from './store/read';
import * as store from './store/write';

type Said = Omit<Inputs['contactLog']['write'], 'requestId'>;

/** Takes the contacts and the post of the day, and refuses where no such log may be written. */
async function settle(scene: CadreScene, said: Said): Promise<store.LogWords> {
  const { tx, today, policy } = scene;
  const { task, way, day, text, contactIds } = said;
  const [, contacts, post] = await Promise.all([
    store.keepPeople(tx, scene.actor.personId, contactIds),
    store.lockContacts(tx, holderOf(scene), contactIds),
    store.postOfDay(tx, day),
  ]);
  heed(logVerdict({ day, named: contactIds.length, contacts, inPost: post !== null }, today));
  const youths = contactIds.length;
  return {
    post: post ?? refuse('LOG_WITHOUT_POST', { day }),
    task,
    way,
    activity: isActivity(said.activity, { way, youths }, policy.contactLog),
    day,
    late: isLate(day, today, policy.contactLog),
    text,
    textState: stateOfText(text),
    youths,
  };
}

async function writeDown(scene: CadreScene, id: string, said: Said): Promise<void> {
  const { tx, actor, now } = scene;
  const words = await settle(scene, said);
  await Promise.all([store.addLog(tx, id, actor.personId, words, now), store.addMarks(tx, id, words, said.contactIds)]);
}

export const write = os.contactLog.write.use(as.cadre).handler(({ context: { scene }, input }) => {
  const id = uuidv7();
  return once(
    scene,
    'contactLog.write',
    input,
    id,
    () => writeDown(scene, id, input),
    (logId) => showOne(scene, logId),
  );
});

export const repeat = os.contactLog.repeat.use(as.cadre).handler(({ context: { scene }, input }) => {
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
      await writeDown(scene, id, { task, way, activity, day, text: input.text, contactIds });
    },
    (logId) => showOne(scene, logId),
  );
});

/** A cadre's own log, taken and open to change today still. */
async function takeOpen({ tx, actor, today }: CadreScene, logId: string) {
  const [, log] = await Promise.all([store.lockLog(tx, logId), store.changeable(tx, actor.personId, logId)]);
  const found = log ?? refuse('LOG_NOT_FOUND', {});
  heed(changeVerdict(found.writtenAt, today));
  return found;
}

export const edit = os.contactLog.edit.use(as.cadre).handler(({ context: { scene }, input }) =>
  once(
    scene,
    'contactLog.edit',
    input,
    input.logId,
    async () => {
      const { tx, now } = scene;
      const { logId, contactIds } = input;
      const words = await settle(scene, input);
      const { hidText, hidBy, ...log } = await takeOpen(scene, logId);
      const { length: seen } = await peopleOf(tx, holderOf(scene), [logId]);
      heed(editVerdict({ ...log, seen }));
      await Promise.all([
        store.keepVersion(tx, logId, now),
        store.clearMarks(tx, logId),
        store.changeLog(tx, logId, hidText ? { ...words, textState: 'hidden' } : words, now),
        store.addMarks(tx, logId, words, contactIds, hidBy),
      ]);
    },
    (logId) => showOne(scene, logId),
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
    (logId) => Promise.resolve({ logId }),
  ),
);

export const answer = os.contactLog.answer.use(as.cadre).handler(({ context: { scene }, input }) =>
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
      const { state, disputeId } = mark ?? refuse('LOG_NOT_FOUND', {});
      heed(answerVerdict(state as MarkState));
      const answered = text === null ? null : { text, state: stateOfText(text) };
      await store.answerDispute(tx, { logId, contactId, disputeId }, answered, now);
    },
    (logId) => showOne(scene, logId),
  ),
);
