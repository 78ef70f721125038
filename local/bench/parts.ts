/** What a statement is for, by what it says; in the order in which they come. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/session_person/, 'session: whose it is, the call counted, codes tried in vain'],
  [/^begin/, 'begin'],
  [/youth_lock/, 'whose code it is, the youth locked, the holders counted'],
  [/enter\(/, 'who acts: told to row-level security, and what they are'],
  [/insert into "request"/, 'once: the request claimed'],
  [/looked_after/, 'the site of the code'],
  [/insert into check_in/, 'the post of the day, and the check-in written'],
  [/youth_agreed/, 'the two: notice, block, approval, contact'],
  [/insert into "code_use"/, "the code's step used"],
  [/insert into access_log/, 'audit: the look logged'],
  [/insert into "contact"/, 'the contact written'],
  [/log_begins/, 'the post of the day'],
  [/for share of c/, 'the contacts taken'],
  [/insert into "contact_log"/, 'the log and its youths written'],
  [/"contactId"/, 'answer: the contact'],
  [/from "stock"/, 'answer: the standing'],
  [/^commit/, 'commit'],
];

/** What the server does on its own within one of them. */
const WITHIN: readonly (readonly [RegExp, string])[] = [
  [/stock_add\(/, 'of the contact written: the counter (trigger)'],
  [/flow_add\(/, 'of the log written: the figures (trigger)'],
  [/insert into grassroots_day/, 'of the check-in written: the day (trigger)'],
  [/with fresh|from fresh f/, 'of the log written: whether it stands (trigger)'],
  [/FOR KEY SHARE/, 'of all that is written: foreign keys'],
];

const nameIn = (names: typeof PARTS, statement: string): string | undefined =>
  names.find(([pattern]) => pattern.test(statement.trim()))?.[1];

/** A statement that is not known here is shown as it is: nothing of the time is hidden. */
export const partOf = (statement: string): string =>
  nameIn(PARTS, statement) ?? statement.trim().replace(/\s+/g, ' ').slice(0, 60);

export const withinOf = (statement: string): string | undefined => nameIn(WITHIN, statement);
