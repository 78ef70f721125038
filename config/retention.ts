interface Purged {
  /** In days of 24 hours. */
  days: number;
  /** From which moment they run. */
  from: string;
  why: string;
  /** What stays when these have gone. */
  keeps?: string;
}

interface Kept {
  keeps: string;
}

const whileHere = 'while the person is here, and goes with the person';

/**
 * D9.10 How long each table keeps what is in it, and why. What goes by itself goes in this order, each batch at the
 * latest on the day after its period; the database keeps the same days (table `retention`) and lets nothing go before.
 * A new table gets a line here, and if it is purged a row there.
 */
export const retention: Readonly<Record<string, Purged | Kept>> = {
  rate_limit: { days: 0, from: 'the end of its span', why: 'a limit that has run out limits nobody' },
  code_use: { days: 2, from: 'its use', why: 'D4.2 a live code is taken for a day at the most, and a day more' },
  request: { days: 30, from: 'the request', why: 'D8.1 a phone may keep an unsent write for as long as a session' },
  session: { days: 90, from: 'its end', why: 'D9.4 to find out who used an account while somebody may still ask' },
  sign_in: { days: 2, from: 'its end', why: 'a code to sign in by is good for a minute' },
  invitation: {
    days: 365,
    from: 'its claim, its end or its being taken back',
    why: 'D1.5 who invited whom can be looked up for a year; the post itself says who appointed',
  },
  application: { days: 365, from: 'its answer', why: 'D8.1 who was refused can ask why for a year' },
  binding: {
    days: 90,
    from: 'its answer, or the asking where nobody answered',
    why: 'D9.6 what a newcomer says waits for nobody longer; who was given back whose account stands in former_account',
  },
  former_account: { days: 1096, from: 'its end', why: 'C7 whose account it was, as long as the looks of it' },
  correction: { days: 1096, from: 'its answer', why: 'D9.4 that it was answered, and when, can be shown' },
  concern: { days: 1096, from: 'its answer', why: 'D9.9 that it was answered, and when, can be shown' },
  contact: {
    days: 90,
    from: 'its undoing',
    why: 'D9.6 an undone contact has never been; its request has gone before it',
    keeps: 'D10.4 every other contact, also an ended one: past figures are counted from it, by id and field',
  },
  contact_log: {
    days: 90,
    from: 'its deletion',
    why: 'D2.5 a deleted log has never been; until then it can be seen what it was',
    keeps: 'D10.4 every other log: figures are counted from it; what it says goes with the consent of whom it is about',
  },
  check_in: {
    days: 90,
    from: 'its undoing',
    why: 'D4.2 an undone check-in has never been; its request has gone before it',
    keeps: 'D10.4 every other check-in: the days are counted from it, by id, day and site',
  },
  contact_log_version: { days: 365, from: 'the change', why: 'D2.5 what a log said before it was changed' },
  log_dispute: { days: 1096, from: 'its being settled', why: 'D9.4 that it was settled, and how, can be shown' },
  meeting: { days: 400, from: 'the scan', why: 'D2.3 a meeting proves the logs of its year' },
  access_log: { days: 1096, from: 'the look', why: 'D9.8 append-only for three years; a right to ask ends with it' },
  message: { days: 30, from: 'its end', why: 'to find out what was sent while somebody may still ask' },
  clock_run: { days: 400, from: 'its beginning', why: 'D10.2 what has run in a year can be shown' },
  unit_check: {
    days: 10,
    from: 'the closing of the account',
    why: 'D9.5 a unit that was not shown goes as the one that was',
    keeps: whileHere,
  },
  person: {
    days: 10,
    from: 'the closing of the account',
    why: 'D9.5 name, unit, birth month, account, channels, codes, consents and blocks go',
    keeps: 'while the person is here; then an id without a name, so that the numbers stay',
  },

  account: { keeps: whileHere },
  message_permit: { keeps: 'while the account is the person’s, and goes with it; one is used up by each message' },
  channel: { keeps: whileHere },
  code: { keeps: whileHere },
  consent: { keeps: `D9.1 the proof of an agreement: ${whileHere}` },
  block: { keeps: `D9.9 a youth's choice: ${whileHere}` },
  youth: { keeps: 'D9.5 while the person is here; then the field and the year of birth' },
  youth_field: { keeps: 'D10.4 the field of a day, for past figures; no name' },
  post: { keeps: 'D10.4 the history of an organisation, by date' },
  administrator: { keeps: 'D10.4 who had which right on a day' },
  minor_approval: { keeps: 'D9.3 who had which right on a day' },
  contact_log_mark: { keeps: 'as long as its log; whom by id, and what was said of it: yes, no, settled' },
  stock: { keeps: 'numbers of a post' },
  voice_day: { keeps: 'numbers of a post and a day' },
  grassroots_day: { keeps: 'numbers of a post and a day' },
  check_in_line: { keeps: whileHere },
  location_choice: { keeps: `D9.2 the proof of what was allowed: ${whileHere}` },
  site: { keeps: 'D4.1 a place; its contact while that is somebody' },
  site_change: { keeps: 'D4.1 what became of a site; by whom, while the person is here' },
  flow: { keeps: 'numbers of a post and a quarter' },
  org: { keeps: 'D1.2 the tree; no person' },
  leading_organ: { keeps: 'D1.2 the tree; no person' },
  work_year: { keeps: 'D10.3 the published calendar; no person' },
  retention: { keeps: 'the periods themselves; no person' },
  kysely_migration: { keeps: "the schema's own history; no person" },
  kysely_migration_lock: { keeps: "the schema's own history; no person" },
  migration_hash: { keeps: "the schema's own history; no person" },
};

export interface Period extends Purged {
  table: string;
}

/** The tables of which something goes, in their order. */
export const periods: readonly Period[] = Object.entries(retention).flatMap(([table, kept]) =>
  'days' in kept ? [{ table, ...kept }] : [],
);
