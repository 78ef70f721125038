import { oc } from '@orpc/contract';
import * as z from 'zod';
import { refusing } from '../refusals';
import { day, id, instant, orgId, personName, requestId } from '../shared';
import { INVITATION_KINDS } from '../words';
import { appointment } from './appointment';
import { cursor, done, session } from './parts';

/** The secret is shown when it is made and kept nowhere: repeated, the same request answers with a fresh one. */
const made = z.object({ invitationId: id, link: z.string(), code: z.string(), expiresAt: instant });

export const invitations = {
  /** D1.1, D1.5 Invites somebody to a post, or to be an administrator (without a post in the input). */
  invite: oc
    .errors(refusing('OUT_OF_SCOPE', 'DAY_OUT_OF_RANGE', 'INVITATION_USED', 'INVITATION_REVOKED', 'REQUEST_REUSED'))
    .input(z.object({ orgId, name: personName, post: appointment.nullable(), requestId }).strict())
    .output(made),

  /** Those that nobody has claimed yet, of an organisation and of all below it. */
  invitations: oc
    .errors(refusing('OUT_OF_SCOPE'))
    .input(z.object({ orgId, cursor: cursor.optional() }).strict())
    .output(
      z.object({
        items: z.array(
          z.object({
            invitationId: id,
            kind: z.enum(INVITATION_KINDS),
            orgName: z.string(),
            name: z.string().nullable(),
            title: z.string().nullable(),
            siteName: z.string().nullable(),
            madeOn: day,
            madeBy: z.string().nullable(),
            expiresAt: instant,
            expired: z.boolean(),
          }),
        ),
        next: z.string().nullable(),
      }),
    ),

  /** The same invitation under a new link; the old one is worthless from then on. */
  renewInvitation: oc
    .errors(refusing('OUT_OF_SCOPE', 'INVITATION_USED', 'INVITATION_REVOKED', 'REQUEST_REUSED'))
    .input(z.object({ invitationId: id, requestId }).strict())
    .output(made),

  revokeInvitation: oc
    .errors(refusing('OUT_OF_SCOPE', 'INVITATION_USED', 'INVITATION_REVOKED', 'REQUEST_REUSED'))
    .input(z.object({ invitationId: id, requestId }).strict())
    .output(done),

  /** D9.1 What the roster says of whom it invites, for whoever opens it. */
  invitation: oc
    .errors(
      refusing(
        'INVITATION_UNKNOWN',
        'INVITATION_EXPIRED',
        'INVITATION_USED',
        'INVITATION_REVOKED',
        'POST_ALREADY',
        'ADMINISTRATOR_ALREADY',
      ),
    )
    .input(z.object({ text: z.string().min(1).max(512) }).strict())
    .output(
      z.object({
        kind: z.enum(INVITATION_KINDS),
        orgName: z.string(),
        name: z.string().nullable(),
        post: appointment.nullable(),
        /** D4.1 Of which site one would be the contact; null where it is to something else. */
        siteName: z.string().nullable(),
        madeBy: z.string().nullable(),
        expiresAt: instant,
        /** Under what name who asks is known here already. */
        ownName: z.string().nullable(),
      }),
    ),

  /** C6, D9.1 Takes it, once. A newcomer becomes a person of the invitation's name, or of the one given where it has none. */
  claim: oc
    .errors(
      refusing(
        'INVITATION_UNKNOWN',
        'INVITATION_EXPIRED',
        'INVITATION_USED',
        'INVITATION_REVOKED',
        'POST_ALREADY',
        'ADMINISTRATOR_ALREADY',
        'ALREADY_REGISTERED',
        'NAME_NEEDED',
        'REQUEST_REUSED',
      ),
    )
    .input(z.object({ text: z.string().min(1).max(512), name: personName.nullable(), requestId }).strict())
    .output(session),
};
