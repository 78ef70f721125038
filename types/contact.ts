import { oc } from '@orpc/contract';
import * as z from 'zod';
import { refusing } from './refusals';
import { count, day, empty, field, id, instant, line, requestId, scanned, standing } from './shared';
import { CHANNEL_KINDS } from './words';

const share = z.number().min(0).max(1);
const places = { holders: count, cap: count };

/** D2.2 What holding this youth would do, said before confirming. */
const effect = z.object({
  nth: count,
  quota: count,
  fieldCount: count,
  counts: z.boolean(),
  /** D2.1 How many would be of the cadre's own unit, of all who count, and whether this one is; for part-time cadres only. */
  ownUnit: z.object({ own: z.boolean(), n: count, of: count }).nullable(),
  /** D2.2 The index of the quarter, and as the first contact with this youth would leave it; null where there is none. */
  concentration: z.object({ before: share, after: share }).nullable(),
});

const youthCard = z.object({
  name: z.string(),
  field,
  unit: z.string().nullable(),
  minor: z.boolean(),
  overAge: z.boolean(),
});
const cadreCard = z.object({ publicName: z.string(), orgName: z.string(), title: z.string() });

export const preview = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('youth'), youth: youthCard, ...places, effect }),
  z.object({ kind: z.literal('cadre'), cadre: cadreCard, ...places }),
]);

export const registered = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('youth'),
    contactId: id,
    name: z.string(),
    undoUntil: instant,
    counts: z.boolean(),
    fieldCount: count,
    field,
    standing,
  }),
  z.object({ kind: z.literal('cadre'), contactId: id, name: z.string(), undoUntil: instant, ...places }),
]);

export const contactRow = z.object({
  contactId: id,
  name: z.string(),
  field,
  unit: z.string().nullable(),
  since: day,
  minor: z.boolean(),
  counts: z.boolean(),
  /** D2.3 The day of the last log about them; null when there is none. */
  lastOn: day.nullable(),
});

/** D2.4 A cadre who can follow another, in the open. */
const choice = z.object({
  cadreId: id,
  name: z.string(),
  publicName: z.string(),
  orgName: z.string(),
  title: z.string(),
});

/** C11 The cadre has left the post, and the youth has not chosen yet who follows. */
const waiting = z.object({
  /** The first day without the post. */
  since: day,
  /** The last day on which the place is kept. */
  until: day,
  /** Whom the organisation proposes; `holds`: the youth is held by them already. Null when nobody was named. */
  successor: choice.extend({ holds: z.boolean() }).nullable(),
});

export const holder = z.object({
  contactId: id,
  name: z.string(),
  publicName: z.string(),
  /** Of somebody who has left, those of the last post. */
  orgName: z.string(),
  title: z.string(),
  /** Null while the cadre holds a post. */
  waiting: waiting.nullable(),
  since: day,
  startedBy: z.enum(['cadre', 'youth']),
  /** D2.3 The day of the last log about me; null when there is none. */
  lastOn: day.nullable(),
  /** Until when the contact can be undone as if it had never been; null when that time is over. */
  undoUntil: instant.nullable(),
  channels: z.array(z.object({ kind: z.enum(CHANNEL_KINDS), value: z.string() })),
});

const scanRefusals = refusing(
  'NOT_A_CADRE',
  'NOT_A_YOUTH',
  'NOTICE_OUTDATED',
  'YOUTH_NOT_AGREED',
  'CODE_FOREIGN',
  'CODE_OF_SITE',
  'CODE_UNKNOWN',
  'CODE_EXPIRED',
  'CODE_AHEAD',
  'CODE_USED',
  'PERSON_GONE',
  'HOLDER_NOT_CADRE',
  'CONTACT_SELF',
  'CONTACT_ALREADY',
  'YOUTH_FULL',
  'MINOR_NEEDS_APPROVAL',
  'CADRE_BLOCKED',
  'CONTACT_ENDED',
  'REQUEST_REUSED',
);

export const contact = {
  /** One's own code: a youth's is live (ten minutes of steps in one answer), a cadre's stands. */
  code: oc
    .errors(refusing('NOT_A_CADRE', 'NOT_A_YOUTH', 'NOTICE_OUTDATED'))
    .input(
      z
        .object({
          kind: z.enum(['youth', 'cadre']),
          /** D2.3 A cadre's too is live, to prove a meeting. */ live: z.boolean().optional(),
        })
        .strict(),
    )
    .output(
      z.object({
        name: z.string(),
        now: instant,
        stepSeconds: count,
        /** In order; `step` counts from the epoch in `stepSeconds`. A standing code has one entry with step 0. */
        codes: z.array(z.object({ step: count, text: z.string() })),
      }),
    ),

  /** A cadre's card as a 小程序码 that WeChat draws, to be printed: the picture in base64. */
  cardPicture: oc
    .errors(refusing('NOT_A_CADRE'))
    .input(empty)
    .output(z.object({ picture: z.base64(), type: z.enum(['png', 'jpeg']) })),

  /** A cadre's card anew: every picture and link of the old one opens nothing any more. Contacts stay. */
  renewCode: oc
    .errors(refusing('NOT_A_CADRE', 'REQUEST_REUSED'))
    .input(z.object({ requestId }).strict())
    .output(z.object({ text: z.string() })),

  /** What a scanned code is, and what confirming would do. Writes nothing but the look (D9.8). */
  preview: oc
    .errors(scanRefusals)
    .input(z.object({ text: scanned }).strict())
    .output(preview),

  /** D2.1, D2.2 A scan becomes a contact: a cadre's of a youth's live code, or a youth's of a cadre's code. */
  register: oc
    .errors(scanRefusals)
    .input(z.object({ text: scanned, requestId }).strict())
    .output(registered),

  /** Takes back a contact within the minute, by either of the two; it is then in no figure. */
  undo: oc
    .errors(refusing('CONTACT_NOT_FOUND', 'CONTACT_ENDED', 'UNDO_TOO_LATE', 'REQUEST_REUSED'))
    .input(z.object({ contactId: id, requestId }).strict())
    .output(z.object({ contactId: id })),

  /** D9.5 A youth leaves a cadre, at once and without a reason; with `block`, is not added again (D9.9), also after the contact has ended. */
  leave: oc
    .errors(refusing('NOT_A_YOUTH', 'CONTACT_NOT_FOUND', 'CONTACT_ENDED', 'REQUEST_REUSED'))
    .input(z.object({ contactId: id, block: z.boolean(), requestId }).strict())
    .output(z.object({ contactId: id })),

  /** D9.9 Takes a block back. */
  unblock: oc
    .errors(refusing('NOT_A_YOUTH', 'REQUEST_REUSED'))
    .input(z.object({ cadreId: id, requestId }).strict())
    .output(z.object({ cadreId: id })),

  /** A cadre's own youths, the newest first; by name, pinyin or initials, by field; D2.3 those who were quiet for long. */
  list: oc
    .errors(refusing('NOT_A_CADRE'))
    .input(
      z
        .object({
          search: line(30).optional(),
          field: field.optional(),
          quiet: z.literal(true).optional(),
          cursor: z.string().max(200).optional(),
        })
        .strict(),
    )
    .output(
      z.object({
        items: z.array(contactRow),
        next: z.string().nullable(),
        /** How many are held by field, whatever is searched for; those over 35 are in. */
        held: z.record(field, count),
      }),
    ),

  /** One of a cadre's own youths; the look is logged (D9.8). */
  youth: oc
    .errors(refusing('NOT_A_CADRE', 'CONTACT_NOT_FOUND'))
    .input(z.object({ contactId: id }).strict())
    .output(contactRow.extend({ age: count, startedBy: z.enum(['cadre', 'youth']), ...places })),

  /** D9.4 Who holds me. */
  holders: oc
    .errors(refusing('NOT_A_YOUTH'))
    .input(empty)
    .output(z.object({ now: instant, items: z.array(holder), cap: count })),

  /** C11, D2.4 Who can follow in a contact that waits, other than whom the organisation proposes, by name. */
  choices: oc
    .errors(refusing('NOT_A_YOUTH', 'CONTACT_NOT_FOUND', 'CONTACT_ENDED', 'CONTACT_NOT_WAITING'))
    .input(z.object({ contactId: id, search: line(30).optional(), cursor: z.string().max(400).optional() }).strict())
    .output(z.object({ items: z.array(choice), next: z.string().nullable() })),

  /**
   * C11 The youth's choice: the contact ends, and a new one begins with whoever was chosen, or goes on that is there
   * already. It is no hand-over that can be undone: `contact.undo` takes back the new contact like any other, and the old
   * one stays ended.
   */
  choose: oc
    .errors(
      refusing(
        'NOT_A_YOUTH',
        'NOTICE_OUTDATED',
        'CONTACT_NOT_FOUND',
        'CONTACT_ENDED',
        'CONTACT_NOT_WAITING',
        'CHOICE_NOT_THERE',
        'CONTACT_SELF',
        'HOLDER_NOT_CADRE',
        'PERSON_GONE',
        'YOUTH_FULL',
        'MINOR_NEEDS_APPROVAL',
        'CADRE_BLOCKED',
        'REQUEST_REUSED',
      ),
    )
    .input(z.object({ contactId: id, cadreId: id, requestId }).strict())
    .output(z.object({ cadreId: id })),
};

export type Preview = z.infer<typeof preview>;
export type Registered = z.infer<typeof registered>;
export type ContactRow = z.infer<typeof contactRow>;
export type Holder = z.infer<typeof holder>;
