import { uuidv7 } from 'uuidv7';
import { PAGE_CODES } from '../../../../types/words';
import { codeHash, pageCodeBody } from '../../kernel/codes';
import { heed, refuse } from '../../kernel/errors';
import { as, os, type Scene } from '../../kernel/gate';
import { once } from '../../kernel/requests';
import { invitationVerdict } from '../rules';
import { addAdministrator, stillManages } from '../store/administrators';
import { setClaimed, shownInvitation, takeSite, type InvitationRow } from '../store/invitations';
import { addPost, isFreeFrom } from '../store/posts';
import { arrivalOf, becomePerson, sessionFrom } from './arriving';

/** The invitation that a text says, while it can be claimed. */
async function invitedBy({ tx, now, today, settings }: Scene, text: string, options: { lock: boolean }) {
  const body = pageCodeBody(PAGE_CODES.invitation, text, settings.APP_CODE_HOST);
  const found = body && (await shownInvitation(tx, codeHash(body), options));
  if (!found) return refuse('INVITATION_UNKNOWN', {});
  heed(invitationVerdict(found, now));
  const { madeBy, orgId } = found;
  if (madeBy && !(await stillManages(tx, madeBy, orgId, today))) refuse('INVITATION_REVOKED', {});
  return found;
}

export const invitation = os.org.invitation.use(as.invited).handler(async ({ context: { scene }, input }) => {
  const { tx, actor } = scene;
  const found = await invitedBy(scene, input.text, { lock: false });
  const { kind, orgId, orgName, name, post, siteName, madeByName, expiresAt } = found;
  if (actor && post && !(await isFreeFrom(tx, actor.personId, post.from))) refuse('POST_ALREADY', { whose: 'own' });
  if (kind === 'administrator' && actor?.administers.some((each) => each.orgId === orgId))
    refuse('ADMINISTRATOR_ALREADY', {});
  return {
    kind,
    orgName,
    name,
    post,
    siteName,
    madeBy: madeByName,
    expiresAt: expiresAt.toISOString(),
    ownName: actor && actor.name,
  };
});

/** C6 Gives the person what the invitation is to. */
async function give(
  { tx, now, today }: Scene,
  personId: string,
  { id, kind, orgId, post, madeBy }: InvitationRow,
): Promise<void> {
  if (kind === 'siteContact') {
    if (!(await takeSite(tx, id, now))) refuse('INVITATION_REVOKED', {});
    return;
  }
  if (!post) {
    const right = { personId, orgId, from: today, by: madeBy };
    if (!(await addAdministrator(tx, right, now))) refuse('ADMINISTRATOR_ALREADY', {});
    return;
  }
  const given = { id: uuidv7(), personId, orgId, post, appointedBy: madeBy };
  if (!(await addPost(tx, given))) refuse('POST_ALREADY', { whose: 'own' });
}

export const claim = os.org.claim.use(as.invited).handler(async ({ context: { scene: entered }, input }) => {
  const arrival = await arrivalOf(entered);
  const { scene, actor, personId } = arrival;
  return once(
    scene,
    'org.claim',
    input,
    personId,
    async () => {
      const found = await invitedBy(scene, input.text, { lock: true });
      if (!actor) await becomePerson(arrival, found.name ?? input.name ?? refuse('NAME_NEEDED', {}));
      await setClaimed(scene.tx, found.id, personId, scene.now);
      await give(scene, personId, found);
    },
    (claimedId) => sessionFrom(arrival, claimedId),
  );
});
