import type { Actor } from '../../kernel/actor';
import { refuse } from '../../kernel/errors';
import type { Scene } from '../../kernel/gate';
import { isWithin } from '../rules';
import { postById } from '../store/posts';
import { orgById, type OrgRow } from '../store/tree';

/** The paths of what somebody administers. */
export const rootsOf = ({ administers }: Actor): string[] => administers.map(({ path }) => path);

/** D1.5 Passes what is there and within what the actor administers. */
export function managed<Found extends { path: string }>(actor: Actor, found: Found | null | undefined): Found {
  if (!found || !isWithin(found.path, rootsOf(actor))) return refuse('OUT_OF_SCOPE', {});
  return found;
}

/** D1.5 An organisation that the actor administers, itself or from above. */
export const managedOrg = async ({ tx }: Scene, actor: Actor, orgId: number): Promise<OrgRow> =>
  managed(actor, await orgById(tx, orgId));

/** D1.5 A post that the actor administers and that is not over. */
export async function liveCadre({ tx, today }: Scene, actor: Actor, postId: string) {
  const post = managed(actor, await postById(tx, postId, { lock: true }));
  if (post.until !== null && post.until <= today) refuse('POST_ENDED', {});
  return post;
}
