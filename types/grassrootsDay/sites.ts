import { oc } from '@orpc/contract';
import * as z from 'zod';
import { cursor, done } from '../org/parts';
import { refusing } from '../refusals';
import { count, day, empty, id, instant, line, orgId, personName, requestId } from '../shared';
import { SITE_ACTS } from '../words';
import { position, site, siteFacts, siteKind } from './parts';

const managed = ['OUT_OF_SCOPE', 'SITE_NOT_FOUND', 'REQUEST_REUSED'] as const;

/** D4.1 Sites, and who looks after them. */
export const sites = {
  /** Where one can go: sites that are open, by name, address or organisation; those of one's own organisation and above it first. */
  findSites: oc
    .errors(refusing('NOT_A_CADRE'))
    .input(z.object({ search: line(30).optional(), kind: siteKind.optional(), cursor: cursor.optional() }).strict())
    .output(z.object({ items: z.array(site), next: z.string().nullable() })),

  /** Sites of an organisation and of all below it. */
  sites: oc
    .errors(refusing('OUT_OF_SCOPE'))
    .input(
      z
        .object({
          orgId,
          search: line(30).optional(),
          kind: siteKind.optional(),
          closed: z.boolean(),
          cursor: cursor.optional(),
        })
        .strict(),
    )
    .output(
      z.object({
        items: z.array(
          site.extend({
            position: position.nullable(),
            contactName: z.string().nullable(),
            closedOn: day.nullable(),
            /** Distinct cadres and days with a check-in that counts, this calendar year. */
            visits: count,
          }),
        ),
        next: z.string().nullable(),
      }),
    ),

  /** Where they are: those of the same list that have a position, the first ones of them when they are too many. */
  siteMap: oc
    .errors(refusing('OUT_OF_SCOPE'))
    .input(z.object({ orgId, search: line(30).optional(), kind: siteKind.optional(), closed: z.boolean() }).strict())
    .output(
      z.object({
        items: z.array(
          z.object({ siteId: id, kind: siteKind, name: z.string(), address: z.string(), position }).strict(),
        ),
        /** How many of them have no position. */
        unplaced: count,
        /** How many have one and are left off. */
        more: count,
      }),
    ),

  /** One site with what became of it, the latest first. */
  site: oc
    .errors(refusing('OUT_OF_SCOPE', 'SITE_NOT_FOUND'))
    .input(z.object({ siteId: id }).strict())
    .output(
      site.extend({
        position: position.nullable(),
        contact: z.object({ name: z.string(), since: day, self: z.boolean() }).nullable(),
        /** An invitation to be its contact that nobody has claimed yet. */
        invited: z.object({ name: z.string(), expiresAt: instant }).nullable(),
        closedOn: day.nullable(),
        history: z.array(
          z.object({ act: z.enum(SITE_ACTS), at: instant, by: z.string().nullable(), was: z.string().nullable() }),
        ),
      }),
    ),

  registerSite: oc
    .errors(refusing('OUT_OF_SCOPE', 'SITE_NAME_TAKEN', 'REQUEST_REUSED'))
    .input(z.object({ orgId, ...siteFacts, requestId }).strict())
    .output(z.object({ siteId: id })),

  /** Changes what a site is called, where it is, and, with another organisation that one manages too, whose it is. */
  editSite: oc
    .errors(refusing(...managed, 'SITE_NAME_TAKEN', 'SITE_CLOSED'))
    .input(z.object({ siteId: id, orgId, ...siteFacts, requestId }).strict())
    .output(z.object({ siteId: id })),

  /** From that day on nobody checks in there; null opens it again. Days before it stay. */
  closeSite: oc
    .errors(refusing(...managed, 'DAY_OUT_OF_RANGE'))
    .input(z.object({ siteId: id, from: day.nullable(), requestId }).strict())
    .output(done),

  /** Somebody becomes the site's contact by claiming this (`org.claim`); whoever was it before, is so no more then. */
  inviteContact: oc
    .errors(refusing(...managed, 'SITE_CLOSED', 'INVITATION_USED', 'INVITATION_REVOKED'))
    .input(z.object({ siteId: id, name: personName, requestId }).strict())
    .output(z.object({ invitationId: id, link: z.string(), code: z.string(), expiresAt: instant })),

  endContact: oc
    .errors(refusing(...managed))
    .input(z.object({ siteId: id, requestId }).strict())
    .output(done),

  /** The sites whose contact I am. */
  ownSites: oc
    .errors(refusing())
    .input(empty)
    .output(z.object({ items: z.array(site.extend({ waiting: count, today: count })) })),

  /** The live code of the next ten minutes, for the site's contact. */
  siteCode: oc
    .errors(refusing('SITE_NOT_FOUND', 'SITE_CLOSED'))
    .input(z.object({ siteId: id }).strict())
    .output(
      z.object({
        site,
        now: instant,
        stepSeconds: count,
        codes: z.array(z.object({ step: count, text: z.string() })),
      }),
    ),

  /** The code that is printed and stands: it makes an unconfirmed day at most. For the contact and administrators. */
  standingCode: oc
    .errors(refusing('SITE_NOT_FOUND', 'SITE_CLOSED'))
    .input(z.object({ siteId: id }).strict())
    .output(z.object({ site, text: z.string() })),

  /** Every picture of the site's codes opens nothing any more. For the contact and administrators. */
  renewSiteCode: oc
    .errors(refusing('SITE_NOT_FOUND', 'SITE_CLOSED', 'REQUEST_REUSED'))
    .input(z.object({ siteId: id, requestId }).strict())
    .output(z.object({ text: z.string() })),
};
