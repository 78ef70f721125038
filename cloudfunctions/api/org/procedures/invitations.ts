import { uuidv7 } from 'uuidv7';
import { PAGE_CODES, type InvitationKind } from '../../../../types/words';
import type { Actor } from '../../kernel/actor';
import { dayOf } from '../../kernel/calendar';
import { codeHash, randomBody } from '../../kernel/codes';
import { printCursor } from '../../kernel/cursor';
import { heed } from '../../kernel/errors';
import { as, os, type Scene } from '../../kernel/gate';
import { done, once } from '../../kernel/requests';
import { appointmentVerdict, openVerdict } from '../rules';
import * as store from '../store/invitations';
import { parseMoment } from './moment';
import { managed, managedOrg } from './scope';

const expiry = ({ now, policy }: Scene): Date => new Date(now.getTime() + policy.invitation.days * 86_400_000);

/** The link of an invitation, under the secret that it has just been given or else, since none is kept, a new one. */
async function show({ tx, settings }: Scene, actor: Actor, invitationId: string, body: string | null) {
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

export const invite = os.org.invite.use(as.administrator).handler(({ context: { scene }, input }) => {
  const { tx, actor, now, today, policy } = scene;
  const invitationId = uuidv7();
  const body = randomBody();
  return once(
    scene,
    'org.invite',
    input,
    invitationId,
    async () => {
      const org = await managedOrg(scene, actor, input.orgId);
      if (input.post) heed(appointmentVerdict(input.post.from, today, policy.appointment));
      await store.addInvitation(tx, {
        id: invitationId,
        hash: codeHash(body),
        orgId: org.id,
        name: input.name,
        post: input.post,
        madeBy: actor,
        madeAt: now,
        expiresAt: expiry(scene),
      });
    },
    (kept) => show(scene, actor, kept, kept === invitationId ? body : null),
  );
});

export const invitations = os.org.invitations.use(as.administrator).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, now, policy } = scene;
  const { path } = await managedOrg(scene, actor, input.orgId);
  const found = await store.openInvitations(tx, path, parseMoment(input.cursor), policy.pageSize + 1);
  const items = found.slice(0, policy.pageSize);
  const last = items.at(-1);
  return {
    items: items.map(({ invitationId, kind, orgName, name, title, madeAt, madeBy, expiresAt }) => ({
      invitationId,
      kind: kind as InvitationKind,
      orgName,
      name,
      title,
      madeOn: dayOf(madeAt),
      madeBy,
      expiresAt: expiresAt.toISOString(),
      expired: expiresAt <= now,
    })),
    next: found.length > items.length && last ? printCursor(last.madeAtExactly, last.invitationId) : null,
  };
});

export const renewInvitation = os.org.renewInvitation.use(as.administrator).handler(({ context: { scene }, input }) => {
  const { tx, actor, now } = scene;
  const invitationId = uuidv7();
  const body = randomBody();
  return once(
    scene,
    'org.renewInvitation',
    input,
    invitationId,
    async () => {
      const old = managed(actor, await store.lockInvitation(tx, input.invitationId));
      heed(openVerdict(old));
      const renewed = {
        id: invitationId,
        hash: codeHash(body),
        orgId: old.orgId,
        name: old.name,
        post: old.post,
        madeBy: actor,
        madeAt: now,
        expiresAt: expiry(scene),
      };
      await Promise.all([store.setRevoked(tx, old.id, actor.personId, now), store.addInvitation(tx, renewed)]);
    },
    (kept) => show(scene, actor, kept, kept === invitationId ? body : null),
  );
});

export const revokeInvitation = os.org.revokeInvitation
  .use(as.administrator)
  .handler(({ context: { scene }, input }) => {
    const { tx, actor, now } = scene;
    return once(
      scene,
      'org.revokeInvitation',
      input,
      true,
      async () => {
        const invitation = managed(actor, await store.lockInvitation(tx, input.invitationId));
        heed(openVerdict(invitation));
        await store.setRevoked(tx, invitation.id, actor.personId, now);
      },
      done,
    );
  });
