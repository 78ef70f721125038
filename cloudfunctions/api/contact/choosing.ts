import { uuidv7 } from 'uuidv7';
import * as z from 'zod';
import { notices } from '../../../config/notice';
import { line } from '../../../types/shared';
import { currentPost, type Actor, type OwnYouth } from '../kernel/actor';
import { adultBornBy } from '../kernel/calendar';
import { parseCursor, printCursor } from '../kernel/cursor';
import { heed, refuse } from '../kernel/errors';
import { as, os, type Scene } from '../kernel/gate';
import { once } from '../kernel/requests';
import { countsUntil, isMinor, publicName } from '../org/rules';
import { noticeWanted } from '../privacy/rules';
import { choiceVerdict, holdingVerdict, selfVerdict } from './rules';
import * as contacts from './store';
import * as store from './store/holders';

/** D2.4 What a youth sees of somebody who can follow. */
export const inTheOpen = ({ cadreId, name, title, orgName, place, leadingOrgan }: store.Follower) => ({
  cadreId,
  name,
  publicName: publicName({ name, place, leadingOrgan }),
  orgName,
  title,
});

const choicesCursor = z.tuple([line(400), z.uuid()]);

export const choices = os.contact.choices.use(as.youth).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, today, policy } = scene;
  const { contactId, search } = input;
  const [afterSearch, cadreId] = parseCursor(input.cursor, choicesCursor) ?? [];
  const after = afterSearch && cadreId ? { search: afterSearch, cadreId } : null;
  const wanted = {
    named: false,
    adultBornBy: adultBornBy(today, policy.age),
    search,
    after,
    limit: policy.pageSize + 1,
  };
  const [contact, [last], found] = await Promise.all([
    contacts.contactById(tx, contactId),
    store.lastPosts(tx, [contactId], today),
    store.followers(tx, contactId, wanted),
  ]);
  if (contact?.youthId !== actor.personId) return refuse('CONTACT_NOT_FOUND', {});
  const facts = { ended: contact.endedAt !== null, leftOn: last?.leftOn ?? null, choosable: true };
  heed(choiceVerdict(facts, today, policy.contact));
  const page = found.slice(0, policy.pageSize);
  const end = page.at(-1);
  return {
    items: page.map(inTheOpen),
    next: found.length > page.length && end ? printCursor(end.search, end.cadreId) : null,
  };
});

type YouthScene = Scene & { actor: Actor; youth: OwnYouth };

/** Under the youth's lock: whoever else makes a contact, ends one or chooses waits (C4). */
async function handOver(scene: YouthScene, contactId: string, cadreId: string): Promise<void> {
  const { tx, actor, youth, now, today, policy } = scene;
  heed(selfVerdict(actor.personId, cadreId));
  const noticeVersion = noticeWanted(notices, today);
  const [holders, choosable, contact, [last], shown, post] = await Promise.all([
    store.lockYouth(tx, actor.personId),
    store.presentChoice(tx, contactId, cadreId),
    contacts.lockContact(tx, contactId),
    store.lastPosts(tx, [contactId], today),
    contacts.shown(tx, { actorId: actor.personId, kind: 'cadre' }, noticeVersion, today),
    currentPost(tx, cadreId),
  ]);
  if (contact?.youthId !== actor.personId) return refuse('CONTACT_NOT_FOUND', {});
  const facts = { ended: contact.endedAt !== null, leftOn: last?.leftOn ?? null, choosable };
  heed(choiceVerdict(facts, today, policy.contact));
  if (!shown) return refuse('PERSON_GONE', {});
  if (!shown.agreed) refuse('NOTICE_OUTDATED', { version: noticeVersion });
  const end = () => contacts.endContact(tx, contactId, 'handedOver', now);
  if (shown.since) {
    await end();
    return;
  }
  const holding = {
    scannedBy: 'youth' as const,
    holderHasPost: post !== null,
    since: null,
    // The place that is handed over is free for whoever follows.
    holders: holders - 1,
    minor: isMinor(youth.birthMonth, today, policy.age),
    approvedForMinors: shown.approvedForMinors,
    blocked: shown.blocked,
  };
  heed(holdingVerdict(holding, policy.contact));
  const { id: postId, orgId } = post ?? refuse('HOLDER_NOT_CADRE', {});
  const add = () =>
    contacts.addContact(
      tx,
      {
        id: uuidv7(),
        cadreId,
        youthId: actor.personId,
        postId,
        orgId,
        field: youth.field,
        startedBy: 'youth',
        countsUntil: countsUntil(youth.birthMonth, policy.age),
      },
      now,
    );
  // In the order of the posts, as everybody takes their stock.
  await Promise.all(postId < contact.postId ? [add(), end()] : [end(), add()]);
}

/** C11, D9.5 What was logged stays with whom it belonged to; whoever follows sees what begins now. */
export const choose = os.contact.choose.use(as.youth).handler(({ context: { scene }, input }) =>
  once(
    scene,
    'contact.choose',
    input,
    input.cadreId,
    () => handOver(scene, input.contactId, input.cadreId),
    (cadreId) => Promise.resolve({ cadreId }),
  ),
);
