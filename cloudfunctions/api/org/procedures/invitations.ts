import { uuidv7 } from 'uuidv7';
import type { InvitationKind } from '../../../../types/words';
import { dayOf } from '../../kernel/calendar';
import { codeHash, randomBody } from '../../kernel/codes';
import { printCursor } from '../../kernel/cursor';
import { heed } from '../../kernel/errors';
import { as, os } from '../../kernel/gate';
import { done, once } from '../../kernel/requests';
import { expiry, showInvitation } from '../inviting';
import { appointmentVerdict, openVerdict } from '../rules';
import * as store from '../store/invitations';
import { parseMoment } from './moment';
import { managed, managedOrg } from './scope';

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
        siteId: null,
        madeBy: actor,
        madeAt: now,
        expiresAt: expiry(scene),
      });
    },
    (kept) => showInvitation(scene, actor, kept, kept === invitationId ? body : null),
  );
});

export const invitations = os.org.invitations.use(as.administrator).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, now, policy } = scene;
  const { path } = await managedOrg(scene, actor, input.orgId);
  const found = await store.openInvitations(tx, path, parseMoment(input.cursor), policy.pageSize + 1);
  const items = found.slice(0, policy.pageSize);
  const last = items.at(-1);
  return {
    items: items.map(({ invitationId, kind, orgName, name, title, siteName, madeAt, madeBy, expiresAt }) => ({
      invitationId,
      kind: kind as InvitationKind,
      orgName,
      name,
      title,
      siteName,
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
        siteId: old.siteId,
        madeBy: actor,
        madeAt: now,
        expiresAt: expiry(scene),
      };
      await Promise.all([store.setRevoked(tx, old.id, actor.personId, now), store.addInvitation(tx, renewed)]);
    },
    (kept) => showInvitation(scene, actor, kept, kept === invitationId ? body : null),
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
