import * as z from 'zod';

const refusal = <Rule extends string | null, Shape extends z.ZodRawShape>(rule: Rule, shape: Shape, status = 409) => ({
  status,
  data: z.object({ rule: z.literal(rule), ...shape }),
});

const none = {};
const day = z.iso.date();
/** The two read different sentences. */
const scannedBy = z.enum(['cadre', 'youth']);

/**
 * Every refusal of the product: expected, typed, named by what happened, carrying the rule behind it, or null where it is no matter of the domain.
 * The sentence a person reads stands in `src/lib/say.ts`.
 */
export const refusals = {
  NOT_SIGNED_IN: refusal(null, none, 401),
  NOT_REGISTERED: refusal('D9.1', none, 403),
  NOT_A_CADRE: refusal('D1.1', none, 403),
  NOT_A_YOUTH: refusal('D1.3', none, 403),
  OUT_OF_SCOPE: refusal('D1.5', none, 403),
  SENDER_CHANGED: refusal(null, none),
  SIGN_IN_FAILED: refusal(null, none, 401),
  TOO_MANY: refusal(null, { retryAfterSeconds: z.number().int() }, 429),
  REQUEST_REUSED: refusal('D8.1', none),
  UNDER_14: refusal('D1.3', none),
  ALREADY_REGISTERED: refusal('D8.1', none),
  NOTICE_OUTDATED: refusal('D9.1', { version: z.number().int() }),
  YOUTH_NOT_AGREED: refusal('D9.1', none),
  CODE_FOREIGN: refusal(null, none),
  CODE_UNKNOWN: refusal(null, none),
  CODE_EXPIRED: refusal('D4.2', none),
  CODE_AHEAD: refusal('D4.2', none),
  CODE_USED: refusal(null, none),
  PERSON_GONE: refusal('D9.5', none),
  HOLDER_NOT_CADRE: refusal('D1.1', none),
  CONTACT_SELF: refusal('D2.2', none),
  CONTACT_ALREADY: refusal('D2.2', { since: day }),
  YOUTH_FULL: refusal('D2.2', { scannedBy, holders: z.number().int(), cap: z.number().int() }),
  MINOR_NEEDS_APPROVAL: refusal('D9.3', { scannedBy }),
  CADRE_BLOCKED: refusal('D9.9', { scannedBy }),
  CONTACT_NOT_FOUND: refusal('D9.5', none, 404),
  CONTACT_ENDED: refusal('D9.5', none),
  CONTACT_NOT_WAITING: refusal('C11', none),
  CHOICE_NOT_THERE: refusal('C11', none),
  CODE_NOT_LIVE: refusal('D2.3', none),
  LOG_IN_FUTURE: refusal('D2.5', { today: day }),
  LOG_BEFORE_CONTACT: refusal('D2.5', { since: day }),
  LOG_WITHOUT_POST: refusal('D10.4', { day }),
  LOG_NOT_FOUND: refusal('D2.5', none, 404),
  LOG_CLOSED: refusal('D2.5', { writtenOn: day }),
  LOG_DISPUTED: refusal('D2.5', none),
  LOG_KEPT: refusal('D9.5', none),
  DISPUTE_ALREADY: refusal('D2.5', none),
  DISPUTE_SETTLED: refusal('D2.5', none),
  DISPUTE_UNANSWERED: refusal('D2.5', none),
  SITE_NOT_FOUND: refusal('D4.1', none, 404),
  SITE_NAME_TAKEN: refusal('D4.1', none),
  SITE_CLOSED: refusal('D4.1', { from: day }),
  ROWS_WRONG: refusal('C35', { rows: z.number().int() }),
  CODE_OF_SITE: refusal('D4.2', none),
  CODE_OF_PERSON: refusal('D4.2', none),
  CHECK_IN_TOO_LATE: refusal('D4.2', { hours: z.number().int() }),
  CHECK_IN_NOT_FOUND: refusal('D4.2', none, 404),
  CHECK_IN_OVER: refusal('D4.2', { day }),
  CHECK_IN_ANSWERED: refusal('D4.2', none),
  CHECK_IN_OWN: refusal('D8.2', none),
  ASKED_TODAY: refusal('D4.2', none),
  LOCATION_NOT_ALLOWED: refusal('D9.2', none),
  LEAVE_NOT_FOUND: refusal('D4.3', none, 404),
  LEAVE_OVERLAPS: refusal('D4.3', { from: day, until: day }),
  LEAVE_OVER: refusal('D4.3', none),
  LEAVE_ANSWERED: refusal('D4.3', none),
  LEAVE_OWN: refusal('D4.3', none),
  CALENDAR_UNREADABLE: refusal('D10.3', { line: z.string() }),
  PATTERN_NOT_FOUND: refusal('D4.2', none, 404),
  ORG_NOT_FOUND: refusal('D1.2', none, 404),
  ORG_NAME_TAKEN: refusal('D1.2', none),
  LEVEL_NOT_BELOW: refusal('D1.2', none),
  INVITATION_UNKNOWN: refusal(null, none, 404),
  INVITATION_EXPIRED: refusal('D1.1', none),
  INVITATION_USED: refusal('D1.1', none),
  INVITATION_REVOKED: refusal('D1.1', none),
  NAME_NEEDED: refusal('D2.4', none),
  POST_ALREADY: refusal('D1.1', { whose: z.enum(['own', 'other']) }),
  POST_ENDED: refusal('D10.4', none),
  POST_NOT_ENDING: refusal('C11', none),
  SUCCESSOR_NOT_THERE: refusal('C11', none),
  DAY_OUT_OF_RANGE: refusal('D10.4', { from: day, until: day.nullable() }),
  APPLICATION_OPEN: refusal('D8.1', none),
  APPLICATION_ANSWERED: refusal('D8.1', none),
  ADMINISTRATOR_ALREADY: refusal('D1.5', none),
  LAST_ADMINISTRATOR: refusal('D1.5', none),
  OWN_APPROVAL: refusal('D9.3', none),
  MINORS_APPROVED_ALREADY: refusal('D9.3', none),
  MINORS_NOT_APPROVED: refusal('D9.3', none),
  CHANNEL_NOT_FOUND: refusal('D2.4', none, 404),
  UNDO_TOO_LATE: refusal(null, { seconds: z.number().int() }),
  SIGN_IN_EXPIRED: refusal(null, none),
  SIGN_IN_ANSWERED: refusal(null, none),
  SIGN_IN_REFUSED: refusal(null, none),
  DEVICE_NOT_FOUND: refusal(null, none, 404),
  BINDING_NOT_NEEDED: refusal('C7', none),
  BINDING_WAITS: refusal('C7', none),
  BINDING_NOT_WAITING: refusal('C7', none),
  BINDING_NOT_FOUND: refusal('C7', none, 404),
  BINDING_ANSWERED: refusal('C7', none),
  BINDING_OTHER_PERSON: refusal('C7', none),
  BINDING_ASKER_KNOWN: refusal('C7', none),
  CORRECTION_OPEN: refusal('D9.4', { dueOn: day }),
  CORRECTION_SAME: refusal('D9.4', none),
  STILL_IN_POST: refusal('D9.5', none),
  CONCERN_TOO_LATE: refusal('D9.9', { days: z.number().int() }),
  CONCERNS_TODAY: refusal('D9.9', { perDay: z.number().int() }),
  ASK_NOT_FOUND: refusal('D9.4', none, 404),
  ASK_ANSWERED: refusal('D9.4', none),
  TEXT_RISKY: refusal(null, { text: z.enum(['name', 'unit', 'title', 'note', 'line', 'answer']) }),
  TEXT_CHANGED: refusal('D9.4', none),
} as const;

export type RefusalCode = keyof typeof refusals;
export type RefusalData<Code extends RefusalCode> = z.infer<(typeof refusals)[Code]['data']>;

/** What a refusal says beside its rule. */
export type RefusalFacts<Code extends RefusalCode> = Omit<RefusalData<Code>, 'rule'>;

/** What a rule says when it says no. */
export type Verdict = { [Code in RefusalCode]: { refuse: Code } & RefusalFacts<Code> }[RefusalCode];

/** What any operation may refuse with. */
const always = {
  NOT_SIGNED_IN: refusals.NOT_SIGNED_IN,
  NOT_REGISTERED: refusals.NOT_REGISTERED,
  TOO_MANY: refusals.TOO_MANY,
  SENDER_CHANGED: refusals.SENDER_CHANGED,
};

/** The refusals of an operation: the ones that any may give, and those named. */
export const refusing = <Codes extends RefusalCode>(...codes: Codes[]) =>
  ({ ...always, ...Object.fromEntries(codes.map((code) => [code, refusals[code]])) }) as typeof always &
    Pick<typeof refusals, Codes>;
