import { oc } from '@orpc/contract';
import * as z from 'zod';
import { refusing } from './refusals';
import { day, empty, field, id, instant, line, orgId, personName, requestId } from './shared';
import { MESSAGE_KINDS } from './words';

/** What a scanner read of a code to sign in by. */
const scanned = z.string().min(1).max(512);

const born = z
  .object({ birthYear: z.number().int().min(1900).max(2100), birthMonth: z.number().int().min(1).max(12) })
  .strict();

const device = z.object({
  deviceId: id,
  /** What it says it is, in words: `Windows 上的 Chrome`. */
  device: z.string(),
  since: day,
  /** To the hour. */
  lastSeenAt: instant,
  thisOne: z.boolean(),
});

export const asking = z.object({
  bindingId: id,
  name: z.string(),
  born: born.nullable(),
  note: z.string().nullable(),
  orgName: z.string(),
  askedOn: day,
  /** D9.4 The last day for an answer. */
  dueOn: day,
});

export const candidate = z.object({
  /** Names this one in this asking, and says nothing elsewhere. */
  candidate: z.string(),
  post: z.object({ orgName: z.string(), title: z.string() }).nullable(),
  youth: z.object({ field, unit: z.string().nullable() }).nullable(),
  /** Who can be asked about the youth. */
  holder: z.object({ name: z.string(), orgName: z.string() }).nullable(),
  /** Null where one of the two is not known. */
  bornAsSaid: z.boolean().nullable(),
});

export const account = {
  /** A browser asks to be signed in by a phone: a code to show, and a secret of its own to find out with. */
  askSignIn: oc
    .errors(refusing())
    .input(empty)
    .output(z.object({ text: z.string(), secret: z.string(), now: instant, until: instant })),

  /** What the code on a screen would sign in, for its reader to judge. */
  seeSignIn: oc
    .errors(refusing('CODE_FOREIGN', 'CODE_UNKNOWN', 'SIGN_IN_EXPIRED', 'SIGN_IN_ANSWERED'))
    .input(z.object({ text: scanned }).strict())
    .output(z.object({ device: z.string(), askedAt: instant })),

  /** Lets that one browser in as the person. */
  approveSignIn: oc
    .errors(refusing('CODE_FOREIGN', 'CODE_UNKNOWN', 'SIGN_IN_EXPIRED', 'SIGN_IN_ANSWERED', 'REQUEST_REUSED'))
    .input(z.object({ text: scanned, requestId }).strict())
    .output(z.object({ done: z.literal(true) })),

  refuseSignIn: oc
    .errors(refusing('CODE_FOREIGN', 'CODE_UNKNOWN', 'SIGN_IN_EXPIRED', 'SIGN_IN_ANSWERED', 'REQUEST_REUSED'))
    .input(z.object({ text: scanned, requestId }).strict())
    .output(z.object({ done: z.literal(true) })),

  /** Whether the browser is in by now. The session is given once, to whoever has the secret. */
  finishSignIn: oc
    .errors(refusing('SIGN_IN_EXPIRED', 'SIGN_IN_REFUSED'))
    .input(z.object({ secret: z.string().min(1).max(64) }).strict())
    .output(
      z.object({
        state: z.enum(['waiting', 'seen', 'in']),
        token: z.string().nullable(),
        expiresAt: instant.nullable(),
      }),
    ),

  /** Where I am signed in. */
  devices: oc
    .errors(refusing())
    .input(empty)
    .output(z.object({ today: day, items: z.array(device) })),

  /** Ends one of my sessions, at once. */
  endDevice: oc
    .errors(refusing('DEVICE_NOT_FOUND', 'REQUEST_REUSED'))
    .input(z.object({ deviceId: id, requestId }).strict())
    .output(z.object({ deviceId: id })),

  /** Ends all of my sessions but this one. */
  endOthers: oc
    .errors(refusing('REQUEST_REUSED'))
    .input(z.object({ requestId }).strict())
    .output(z.object({ done: z.literal(true) })),

  /** One has let WeChat send one message of a kind. Nothing is kept where none can be sent: without a template, or an account. */
  allowMessage: oc
    .errors(refusing('REQUEST_REUSED'))
    .input(z.object({ kind: z.enum(MESSAGE_KINDS), requestId }).strict())
    .output(z.object({ done: z.literal(true) })),

  /** C7 Somebody with a new WeChat account asks for the person that they were. */
  askBinding: oc
    .errors(
      refusing(
        'BINDING_NOT_NEEDED',
        'BINDING_WAITS',
        'ORG_NOT_FOUND',
        'NOTICE_OUTDATED',
        'TEXT_RISKY',
        'REQUEST_REUSED',
      ),
    )
    .input(
      z
        .object({
          name: personName,
          born: born.nullable(),
          orgId,
          note: line(100).nullable(),
          noticeVersion: z.number().int(),
          requestId,
        })
        .strict(),
    )
    .output(z.object({ dueOn: day })),

  /** C7, D9.6 Takes an asking back that waits; nothing of it stays. */
  withdrawBinding: oc
    .errors(refusing('BINDING_NOT_WAITING', 'REQUEST_REUSED'))
    .input(z.object({ requestId }).strict())
    .output(z.object({ done: z.literal(true) })),

  /** C7 How my asking stands; null when there is none. */
  binding: oc
    .errors(refusing())
    .input(empty)
    .output(
      z.object({
        binding: z
          .object({
            state: z.enum(['waiting', 'refused']),
            orgName: z.string(),
            askedOn: day,
            dueOn: day,
            reason: z.string().nullable(),
          })
          .nullable(),
      }),
    ),

  /** C7, D1.5 The askings that wait for an administrator's answer, the oldest first. */
  bindings: oc
    .errors(refusing('OUT_OF_SCOPE'))
    .input(z.object({ cursor: z.string().max(200).optional() }).strict())
    .output(z.object({ today: day, items: z.array(asking), next: z.string().nullable() })),

  /** C7 Whom an asking may mean. The look at each is logged (D9.8). */
  candidates: oc
    .errors(refusing('OUT_OF_SCOPE', 'BINDING_NOT_FOUND', 'BINDING_ANSWERED'))
    .input(z.object({ bindingId: id }).strict())
    .output(z.object({ items: z.array(candidate) })),

  /** C7 The asker's account becomes that person's; all sessions of the old one are dead from then on. */
  approveBinding: oc
    .errors(
      refusing(
        'OUT_OF_SCOPE',
        'BINDING_NOT_FOUND',
        'BINDING_ANSWERED',
        'BINDING_OTHER_PERSON',
        'BINDING_ASKER_KNOWN',
        'REQUEST_REUSED',
      ),
    )
    .input(z.object({ bindingId: id, candidate: z.string().min(1).max(64), requestId }).strict())
    .output(z.object({ bindingId: id })),

  refuseBinding: oc
    .errors(refusing('OUT_OF_SCOPE', 'BINDING_NOT_FOUND', 'BINDING_ANSWERED', 'REQUEST_REUSED'))
    .input(z.object({ bindingId: id, reason: line(100).pipe(z.string().min(1)), requestId }).strict())
    .output(z.object({ bindingId: id })),
};

export type Asking = z.infer<typeof asking>;
export type Candidate = z.infer<typeof candidate>;
export type Device = z.infer<typeof device>;
