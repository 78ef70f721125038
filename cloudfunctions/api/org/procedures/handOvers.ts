import * as z from 'zod';
import { line } from '../../../../types/shared';
import { keptUntil } from '../../contact/rules';
import { daysAfter } from '../../kernel/calendar';
import { parseCursor, printCursor } from '../../kernel/cursor';
import { heed } from '../../kernel/errors';
import { as, os } from '../../kernel/gate';
import { done, once } from '../../kernel/requests';
import { handOverEnds, successorVerdict } from '../rules';
import * as store from '../store/handOvers';
import { postById } from '../store/posts';
import { managed } from './scope';

const byName = z.tuple([line(400), z.uuid()]);
/** The database knows no year 0. */
const byDay = z.tuple([z.iso.date().regex(/^(?!0000)/), z.uuid()]);

export const successors = os.org.successors.use(as.administrator).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, policy } = scene;
  const post = managed(actor, await postById(tx, input.postId, { lock: false }));
  const [search, postId] = parseCursor(input.cursor, byName) ?? [];
  const after = search && postId ? { search, postId } : null;
  const found = await store.colleagues(tx, post, input.search, after, policy.pageSize + 1);
  const page = found.slice(0, policy.pageSize);
  const last = page.at(-1);
  return {
    items: page.map(({ postId, name, title }) => ({ postId, name, title })),
    next: found.length > page.length && last ? printCursor(last.search, last.postId) : null,
  };
});

export const nameSuccessor = os.org.nameSuccessor.use(as.administrator).handler(({ context: { scene }, input }) => {
  const { tx, actor, now, today, policy } = scene;
  const { successorPostId } = input;
  return once(
    scene,
    'org.nameSuccessor',
    input,
    true,
    async () => {
      const post = managed(actor, await postById(tx, input.postId, { lock: true }));
      const isThere = successorPostId === null || (await store.isColleague(tx, post, successorPostId));
      heed(successorVerdict({ ends: handOverEnds(post.until, policy.contact), isThere }, today));
      const named = { postId: post.id, orgId: post.orgId, successorId: successorPostId, by: actor.personId };
      await store.nameSuccessor(tx, named, now);
    },
    done,
  );
});

export const handOvers = os.org.handOvers.use(as.administrator).handler(async ({ context: { scene }, input }) => {
  const { tx, today, policy } = scene;
  const [leftOn, postId] = parseCursor(input.cursor, byDay) ?? [];
  const after = leftOn && postId ? { leftOn, postId } : null;
  const span = { after: daysAfter(today, -policy.contact.waitingDays), today };
  const found = await store.withoutSuccessor(tx, span, after, policy.pageSize + 1);
  const page = found.slice(0, policy.pageSize);
  const last = page.at(-1);
  return {
    items: page.map((one) => ({
      postId: one.postId,
      name: one.name,
      orgName: one.orgName,
      title: one.title,
      leftOn: one.leftOn,
      contacts: one.contacts,
      until: keptUntil(one.leftOn, policy.contact),
    })),
    next: found.length > page.length && last ? printCursor(last.leftOn, last.postId) : null,
  };
});
