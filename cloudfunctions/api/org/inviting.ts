import { PAGE_CODES } from '../../../types/words';
import type { Actor } from '../kernel/actor';
import { codeHash, randomBody } from '../kernel/codes';
import { heed } from '../kernel/errors';
import type { Scene } from '../kernel/gate';
import { managed } from './procedures/scope';
import { openVerdict } from './rules';
import * as store from './store/invitations';

export const expiry = ({ now, policy }: Scene): Date => new Date(now.getTime() + policy.invitation.days * 86_400_000);

/** The link of an invitation, under the secret that it has just been given or else, since none is kept, a new one. */
export async function showInvitation({ tx, settings }: Scene, actor: Actor, invitationId: string, body: string | null) {
  const invitation = managed(actor, await store.lockInvitation(tx, invitationId));
  heed(openVerdict(invitation));
  const secret = body ?? randomBody();
  if (!body) await store.setSecret(tx, invitationId, codeHash(secret));
  const code = PAGE_CODES.invitation + secret;
  return {
    invitationId,
    link: `${settings.APP_CODE_HOST}/s/${code}`,
    code,
    expiresAt: invitation.expiresAt.toISOString(),
  };
}

interface ToSite {
  id: string;
  body: string;
  orgId: number;
  siteId: string;
  name: string;
}

/** D4.1 Invites somebody to be a site's contact; one that waits still opens nothing any more. */
export async function inviteToSite(scene: Scene, actor: Actor, { body, ...invited }: ToSite): Promise<void> {
  const { tx, now } = scene;
  await Promise.all([
    store.revokeOfSite(tx, invited.siteId, actor.personId, now),
    store.addInvitation(tx, {
      ...invited,
      hash: codeHash(body),
      post: null,
      madeBy: actor,
      madeAt: now,
      expiresAt: expiry(scene),
    }),
  ]);
}

/** Who is invited to be a site's contact and has not claimed it yet. */
export async function invitedToSite({ tx }: Scene, siteId: string) {
  const open = await store.openOfSite(tx, siteId);
  return open ? { name: open.name ?? '', expiresAt: open.expiresAt.toISOString() } : null;
}

/** Nobody becomes a site's contact by what waits. */
export const withdrawFromSite = ({ tx, now }: Scene, actor: Actor, siteId: string) =>
  store.revokeOfSite(tx, siteId, actor.personId, now);
