import { oc } from '@orpc/contract';
import * as z from 'zod';
import { refusing } from './refusals';
import { policy } from '../config/policy';
import { born, count, day, empty, field, id, instant, line, ownUnit, personName, requestId } from './shared';
import {
  ANSWERS,
  CHANNEL_KINDS,
  CIRCLES,
  CORRECTIONS,
  EXPLANATIONS,
  LEAVE_STATES,
  LOG_TASKS,
  LOG_WAYS,
  LOOKS,
  MARK_STATES,
  MESSAGE_KINDS,
  MESSAGE_OUTCOMES,
  PATTERN_KINDS,
  PROOFS,
  REQUEST_STATES,
  SERVICES,
  TEXT_KINDS,
  CHECK_IN_STATES,
} from './words';

export const notice = z.object({
  version: z.number().int(),
  from: day,
  /** The five plain answers: who, what, how long, which rights, what is never taken. */
  answers: z.array(
    z.object({ key: z.enum(['who', 'what', 'howLong', 'rights', 'never']), title: z.string(), text: z.string() }),
  ),
  /** The whole text, a paragraph an entry. */
  full: z.array(z.object({ title: z.string(), text: z.string() })),
});

/** D9.8 Looks of one viewer on one day stand together: the last, and how many. A reveal has its reason (D9.7). */
const look = z.object({
  at: instant,
  /** Null when that account is closed (D9.5). */
  who: z.string().nullable(),
  capacity: z.string(),
  look: z.enum(LOOKS),
  reason: z.string().nullable(),
  times: count,
});

const kind = z.enum([...CORRECTIONS, 'concern']);
/** A text that a person wrote for another to read. */
const told = line(policy.concern.longest).pipe(z.string().min(1));

/** D9.4, D9.9 What a youth has asked for, and what became of it. */
const asked = z.object({
  id,
  kind,
  state: z.enum(REQUEST_STATES),
  askedOn: day,
  dueOn: day,
  /** What was wished or told; null once it was dropped. */
  text: z.string().nullable(),
  /** Of a concern: whom it is about; null when that account is closed. */
  about: z.string().nullable(),
  answer: z.string().nullable(),
  answeredOn: day.nullable(),
});

const consentDates = z.object({ version: z.number().int(), on: day, withdrawnOn: day.nullable() });

/** D9.4 All that is held on a person; what is long comes in parts. */
const copied = z.object({
  /** What does not grow; with the first part only. */
  person: z
    .object({
      name: z.string(),
      createdOn: day,
      accounts: z.array(z.string()),
      youth: z.object({ birthMonth: z.string(), field, ...ownUnit, registeredOn: day }).nullable(),
      fields: z.array(z.object({ field, fromDay: day })),
      consents: z.array(consentDates),
      posts: z.array(
        z.object({
          org: z.string(),
          title: z.string(),
          service: z.enum(SERVICES),
          fromDay: day,
          untilDay: day.nullable(),
        }),
      ),
      administers: z.array(z.object({ org: z.string(), fromDay: day, untilDay: day.nullable() })),
      approvedForMinors: z.boolean(),
      channels: z.array(z.object({ kind: z.enum(CHANNEL_KINDS), circle: z.enum(CIRCLES), value: z.string() })),
      blocked: z.array(z.object({ name: z.string() })),
      devices: z.array(z.object({ device: z.string(), since: day, lastSeenOn: day })),
      applications: z.array(
        z.object({
          org: z.string(),
          title: z.string(),
          service: z.enum(SERVICES),
          madeOn: day,
          answer: z.enum(ANSWERS).nullable(),
          reason: z.string().nullable(),
        }),
      ),
      /** How many messages WeChat may still send, and what was or is to be sent lately. */
      allowedMessages: z.array(z.object({ kind: z.enum(MESSAGE_KINDS), permits: z.number().int() })),
      messages: z.array(z.object({ kind: z.enum(MESSAGE_KINDS), on: day, outcome: z.enum(MESSAGE_OUTCOMES) })),
      /** D2.3 Days on which a code was scanned, and the cadre; null where I was the cadre, since the names are theirs. */
      meetings: z.array(z.object({ on: day, who: z.string().nullable() })),
      /** C17 Leave that I asked for, and what became of it. */
      leaves: z.array(
        z.object({ from: day, until: day, state: z.enum(LEAVE_STATES), on: day, reason: z.string().nullable() }),
      ),
      /** D4.2 What I was asked about my check-ins, and what I said. */
      patterns: z.array(
        z.object({
          kind: z.enum(PATTERN_KINDS),
          day,
          figure: count,
          sites: z.array(z.string()),
          explanation: z.enum(EXPLANATIONS).nullable(),
        }),
      ),
      /** D9.2 Whether the phone's place may go along with a check-in, each time that I said so. */
      locations: z.array(z.object({ on: day, allowed: z.boolean() })),
    })
    .nullable(),
  /** Who held me as a youth; the name is null when that account is closed. */
  holders: z.array(
    z.object({
      cadre: z.string().nullable(),
      from: instant,
      until: instant.nullable(),
      endedBy: z.string().nullable(),
    }),
  ),
  /** Whom I held as a cadre: dates and fields only, since the names are theirs. */
  held: z.array(z.object({ field, from: instant, until: instant.nullable() })),
  /** What cadres wrote of being in touch with me, and what I said to it. */
  logs: z.array(
    z.object({
      day,
      cadre: z.string().nullable(),
      task: z.enum(LOG_TASKS),
      way: z.enum(LOG_WAYS),
      text: z.string().nullable(),
      /** I have hidden the text. */
      hidden: z.boolean(),
      state: z.enum(MARK_STATES),
      proof: z.enum(PROOFS).nullable(),
      answer: z.string().nullable(),
      writtenOn: day,
    }),
  ),
  /** What I wrote as a cadre: dates and kinds only, since the names are theirs. */
  wrote: z.array(
    z.object({ day, task: z.enum(LOG_TASKS), way: z.enum(LOG_WAYS), late: z.boolean(), youths: count, writtenOn: day }),
  ),
  /** D4.2 Where I checked in as a cadre, and what became of it. */
  days: z.array(
    z.object({
      day,
      site: z.string(),
      at: instant,
      state: z.enum(CHECK_IN_STATES),
      distanceMetres: count.nullable(),
      reason: z.string().nullable(),
      line: z.string().nullable(),
    }),
  ),
  looks: z.array(
    z.object({
      at: instant,
      who: z.string().nullable(),
      capacity: z.string(),
      look: z.enum(LOOKS),
      reason: z.string().nullable(),
    }),
  ),
  corrections: z.array(asked),
  concerns: z.array(asked),
});

export const privacy = {
  /** D9.1 The notice in force. Anybody may read it before anything is stored. */
  notice: oc.errors(refusing()).input(empty).output(notice),

  /** D9.1 A positive tap on a newer version of the notice. */
  agree: oc
    .errors(refusing('NOT_A_YOUTH', 'NOTICE_OUTDATED', 'REQUEST_REUSED'))
    .input(z.object({ version: z.number().int(), requestId }).strict())
    .output(z.object({ version: z.number().int() })),

  /** D9.4 What is held on me, who looked at it in the last thirty days, whom I have blocked. */
  record: oc
    .errors(refusing('NOT_A_YOUTH'))
    .input(empty)
    .output(
      z.object({
        youth: z.object({
          name: z.string(),
          birthMonth: z.string(),
          field,
          ...ownUnit,
          registeredOn: day,
        }),
        consents: z.array(consentDates),
        /** D9.9 Who held me lately and does no more: what can still be reported. */
        past: z.array(z.object({ contactId: id, name: z.string(), since: day, until: day })),
        requests: z.array(asked),
        looks: z.array(look),
        blocked: z.array(z.object({ cadreId: id, name: z.string() })),
      }),
    ),

  /** D9.8 Who looked at me in the last thirty days, whoever I am. */
  looks: oc
    .errors(refusing())
    .input(empty)
    .output(z.object({ looks: z.array(look) })),

  /** D9.4, C9 A youth's field and unit, changed at once; breadth changes from this day on. A unit may wait to be read. */
  correct: oc
    .errors(refusing('NOT_A_YOUTH', 'NOTICE_OUTDATED', 'TEXT_RISKY', 'REQUEST_REUSED'))
    .input(z.object({ field, unit: line(30).nullable(), requestId }).strict())
    .output(z.object({ field, ...ownUnit })),

  /** D9.4 A name and a month of birth decide rules: they change when an administrator has answered. */
  askName: oc
    .errors(
      refusing('NOT_A_YOUTH', 'NOTICE_OUTDATED', 'CORRECTION_OPEN', 'CORRECTION_SAME', 'TEXT_RISKY', 'REQUEST_REUSED'),
    )
    .input(z.object({ name: personName, requestId }).strict())
    .output(asked),
  askBirthMonth: oc
    .errors(
      refusing('NOT_A_YOUTH', 'NOTICE_OUTDATED', 'CORRECTION_OPEN', 'CORRECTION_SAME', 'UNDER_14', 'REQUEST_REUSED'),
    )
    .input(z.object({ ...born, requestId }).strict())
    .output(asked),

  /** D9.4 Everything held on me, at once; `next` asks for the rest of what is long. */
  copy: oc
    .errors(refusing())
    .input(z.object({ cursor: z.string().max(500).optional() }).strict())
    .output(copied.extend({ at: instant, next: z.string().nullable() })),

  /** D9.4 Takes the consent back: contacts end, the code dies, what waits for an answer is dropped. Undone by agreeing anew. */
  withdraw: oc
    .errors(refusing('NOT_A_YOUTH', 'REQUEST_REUSED'))
    .input(z.object({ requestId }).strict())
    .output(z.object({ done: z.literal(true) })),

  /** D9.5 Closes the account, at once and for good. The WeChat account may register afresh. */
  close: oc
    .errors(refusing('STILL_IN_POST', 'REQUEST_REUSED'))
    .input(z.object({ requestId }).strict())
    .output(z.object({ done: z.literal(true) })),

  /** D9.9 Tells the organisation above the cadre's what is wrong, past the cadre; with `block`, one is not added again. */
  reportConcern: oc
    .errors(
      refusing(
        'NOT_A_YOUTH',
        'NOTICE_OUTDATED',
        'CONTACT_NOT_FOUND',
        'CONCERN_TOO_LATE',
        'CONCERNS_TODAY',
        'REQUEST_REUSED',
      ),
    )
    .input(z.object({ contactId: id, text: told, block: z.boolean(), requestId }).strict())
    .output(asked),

  /** D9.4, D9.9 What waits for my answer as an administrator, the soonest due first; without names. */
  requests: oc
    .errors(refusing('OUT_OF_SCOPE'))
    .input(z.object({ cursor: z.string().max(200).optional() }).strict())
    .output(
      z.object({
        items: z.array(z.object({ id, kind, askedOn: day, dueOn: day, overdue: z.boolean() })),
        next: z.string().nullable(),
      }),
    ),

  /** D9.4 One correction that waits for an answer; the look is logged (D9.8). */
  correction: oc
    .errors(refusing('OUT_OF_SCOPE', 'ASK_NOT_FOUND'))
    .input(z.object({ correctionId: id }).strict())
    .output(
      z.object({
        name: z.string(),
        kind: z.enum(CORRECTIONS),
        was: z.string(),
        wish: z.string(),
        /** D1.3, D9.3 What approving would do to the age marks. */
        minor: z.object({ was: z.boolean(), willBe: z.boolean() }),
        overAge: z.object({ was: z.boolean(), willBe: z.boolean() }),
        askedOn: day,
        dueOn: day,
        overdue: z.boolean(),
      }),
    ),

  /** D9.9 One concern that waits for an answer; the look is logged (D9.8). */
  concern: oc
    .errors(refusing('OUT_OF_SCOPE', 'ASK_NOT_FOUND'))
    .input(z.object({ concernId: id }).strict())
    .output(
      z.object({
        name: z.string(),
        about: z.object({ name: z.string().nullable(), orgName: z.string(), title: z.string() }),
        text: z.string(),
        askedOn: day,
        dueOn: day,
        overdue: z.boolean(),
      }),
    ),

  /** D9.4 Approved, it takes effect at once; refused, with a reason that the youth reads. The first answer is the answer. */
  answerCorrection: oc
    .errors(refusing('OUT_OF_SCOPE', 'ASK_NOT_FOUND', 'ASK_ANSWERED', 'REQUEST_REUSED'))
    .input(z.object({ correctionId: id, /** Null approves. */ refusal: told.nullable(), requestId }).strict())
    .output(z.object({ correctionId: id })),

  /** D9.9 An answer that the youth reads. The first is the answer. */
  answerConcern: oc
    .errors(refusing('OUT_OF_SCOPE', 'ASK_NOT_FOUND', 'ASK_ANSWERED', 'REQUEST_REUSED'))
    .input(z.object({ concernId: id, answer: told, requestId }).strict())
    .output(z.object({ concernId: id })),

  /**
   * D9.4 Texts which nobody else sees before I have read them, without whose they are: units of youths whom the own
   * organisation holds, lines and answers of cadres of the own organisation and of those below.
   */
  texts: oc
    .errors(refusing('OUT_OF_SCOPE'))
    .input(z.object({ cursor: z.string().max(200).optional() }).strict())
    .output(
      z.object({
        items: z.array(
          z.object({ textId: id, kind: z.enum(TEXT_KINDS), text: z.string(), orgName: z.string(), writtenOn: day }),
        ),
        next: z.string().nullable(),
      }),
    ),

  /** D9.4 Shown from now on, or not: this very text, and none written since. The first answer is the answer. */
  answerText: oc
    .errors(refusing('OUT_OF_SCOPE', 'TEXT_CHANGED', 'ASK_ANSWERED', 'REQUEST_REUSED'))
    .input(z.object({ textId: id, show: z.boolean(), requestId }).strict())
    .output(z.object({ textId: id })),
};

export type Look = z.infer<typeof look>;
export type Asked = z.infer<typeof asked>;
export type Copied = z.infer<typeof copied>;
export type Notice = z.infer<typeof notice>;
