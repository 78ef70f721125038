/**
 * Every number of the domain, with its rule. A default of the product, not a constant of the code:
 * rules take the policy as an argument.
 */
export const policy = {
  contact: {
    /** D2.1 How many youths a post holds at least. */
    quota: { full: 100, basic: 10 },
    /** D2.1, C2 How many days after a change of class a greater quota is due. */
    quotaDueAfterDays: 90,
    /** D2.2 How many cadres may hold one youth at once. */
    holdersPerYouth: 3,
    /** C11 How many days, from the first without a post on, a contact waits for the youth's choice and keeps its place. */
    waitingDays: 30,
    /** D2.2 Which fields are named as thin: below this part of an even share, and how many at the most. */
    thin: { partOfEvenShare: 0.5, atMost: 2 },
    /** How long the server lets a contact be undone as if it had never been. */
    undoSeconds: 60,
    /** How long the phone of who made it offers that; the rest is for a slow network. */
    undoOfferedSeconds: 5,
  },
  contactLog: {
    /** D2.5 How many days after its day a log is still on time, and what a later one weighs. */
    lateAfterDays: 7,
    lateWeight: 0.5,
    /** How many youths one log names at the most, how long its line of text is, and a dispute's answer. */
    youths: 100,
    longest: 120,
    /** How many youths a list names of one log, and how many are offered for the next. */
    named: 12,
    offered: 12,
    /** D2.3 An activity brings together at least so many, and a quarter has at least so many of them. */
    activityFrom: 2,
    activitiesPerQuarter: 1,
    /** D2.3 After how many days without a log a contact is called quiet, and how many of those a list names. */
    quietAfterDays: 30,
    quietNamed: 20,
    /** D2.3 Within how many days after the log was written the youth's tap proves a meeting. */
    tapWithinDays: 14,
  },
  grassrootsDay: {
    /** D4.1 How many days of a week are asked for, and of whom: full-time and seconded cadres of leading organs. */
    daysAWeek: 1,
    services: ['fullTime', 'seconded'],
    /** D4.3 From which day of a week on it is said that the week owes its day: 1 is Monday. */
    saidFrom: 4,
    /** D4.2 How many hours after its step a live code still makes an unconfirmed day. */
    recordHours: 24,
    site: { name: 30, address: 80 },
    /** D4.1 How many sites one map has at most (choice). */
    mapSites: 500,
    /** C35 How many rows of a table are read in at once, and how much of a cell. */
    table: { rows: 300, cell: 200 },
    /** How long the line about a day is, and the reason for a refusal. */
    line: 120,
    reason: 60,
    /** How long the server lets a check-in be undone as if it had never been. */
    undoSeconds: 60,
    /** D4.2 What is asked about, never a penalty by itself (choices): `rules/patterns.ts` says how each figure is used. */
    patterns: {
      sameStepFrom: 8,
      togetherSeconds: 5,
      togetherFrom: 4,
      togetherWithinDays: 92,
      togetherBut: 1,
      fastestKmh: 150,
      nearKm: 20,
      /** The cadre has so many days; then the organisation sees it, also unexplained. */
      explainDays: 10,
      /** A day is looked at when so many days have passed: a live code is recorded for a day. */
      lookedAtAfterDays: 2,
      /** So many days before it are looked at again, for those on which the timer did not come. */
      lookedAtAgainDays: 7,
    },
    /** D8.2 Of how many cadres one page sums up the weeks. */
    gridSummed: 1000,
    /** C17 How far back leave can be asked for, how far ahead, and how long one is. */
    leave: { daysBack: 92, daysAhead: 366, longest: 366 },
  },
  /** D1.3, D9.3 Ages in completed years; they change on the first day of the month after the birth month (C8). */
  age: { registerFrom: 14, adultFrom: 18, uncountedFrom: 36 },
  codes: {
    /** Length of a live code's step. */
    stepSeconds: 30,
    /** How many steps a showing phone gets in one answer: ten minutes. */
    stepsInAdvance: 20,
    /** D4.2 How long after its step a live code is taken as shown live. */
    acceptMinutes: 15,
  },
  /** D1.1 How long an invitation can be claimed; the very first one, which a terminal prints, for less. */
  invitation: { days: 7, firstMinutes: 60 },
  /** D10.4 How far from today the first day of a post may lie, and the day on which something ends. */
  appointment: { yearsBack: 50, daysAhead: 366 },
  session: {
    /** A session ends when it was not used for the idle days, and after the others whatever happens. A browser may be anybody's (choice), */
    browser: { idleDays: 3, days: 30 },
    /** the phone is one person's (choice). */
    miniProgram: { idleDays: 30, days: 90 },
    /** How long a newcomer may take between signing in and agreeing; nothing is stored meanwhile (D9.1). */
    ticketMinutes: 60,
  },
  /** C7 Signing in on a desktop by a code that a phone reads (choices). */
  signIn: {
    /** How long the code is good, from being shown to the browser's being in. */
    seconds: 60,
    /** How much longer the browser may fetch what was approved in time. */
    fetchSeconds: 10,
    /** How often the browser asks whether it is in. */
    pollSeconds: 2,
    /** When nothing is left of an asking. */
    forgottenAfterMinutes: 60,
  },
  /** Calls within `seconds` before a caller is asked to wait. */
  limits: {
    person: { calls: 240, seconds: 60 },
    /** Failed sign-ins of one address, before WeChat is asked again. */
    signIns: { calls: 60, seconds: 600 },
    /** Foreign and unknown codes of one person; not of an address, which a whole hall shares. */
    codes: { calls: 60, seconds: 600 },
    /** Unknown invitations of one person, or of a newcomer's address. */
    invitations: { calls: 20, seconds: 600 },
    /** Codes to sign in by that one address asks for: each is good for a minute, and an office shares one. */
    signInCodes: { calls: 120, seconds: 600 },
  },
  /** When to try again after something was unavailable. */
  retryAfterSeconds: 5,
  /** Messages that WeChat sends to who has allowed them (choices). */
  messages: {
    /** How many acceptances of a kind are kept; each is one message. */
    permitsAtMost: 20,
    /** How many are sent at once, and in one run at the most. */
    batch: 10,
    perRun: 300,
    /** How long those are held: longer than WeChat is waited for, and shorter than anybody waits for news. */
    heldSeconds: 60,
    /** When that which WeChat would not send just now is tried again, */
    againSeconds: 300,
    /** and when it is news no more. */
    newsHours: 72,
  },
  /**
   * D2.3, D2.5 When a cadre is told that something waits (choices): from this hour on in Shanghai and before that one; of
   * the quarter's missing activity only in so many last days; so many cadres in one transaction.
   */
  remind: { fromHour: 8, untilHour: 12, activityLastDays: 35, batch: 200 },
  /** D9.4 How far back a youth sees who looked. */
  looksDays: 30,
  /** D9.4 How many looks one page shows; several of a day by one viewer are one. */
  looksShown: 100,
  /** D9.4 Within how many days a request that a person must answer is answered; the notice promises the same. */
  answerDays: 10,
  /** D9.4 And never later than so many working days. */
  answerWorkingDaysAtMost: 15,
  /** D9.9 How many concerns one youth reports in a day, how long one is, and how long after a contact has ended. */
  concern: { perDay: 5, longest: 500, daysAfterContact: 90 },
  /** D9.4 How many rows of a kind one answer of a copy holds; of those with a text of one's own, fewer. */
  copy: { rows: 500, texts: 100 },
  /** D9.4 How many of one's requests, and of those who held one, the page shows. */
  rightsShown: 20,
  pageSize: 30,
} as const;

export type Policy = typeof policy;
export type ContactPolicy = Policy['contact'];
export type LogPolicy = Policy['contactLog'];
export type DayPolicy = Policy['grassrootsDay'];
export type SignInPolicy = Policy['signIn'];
export type AgePolicy = Policy['age'];
