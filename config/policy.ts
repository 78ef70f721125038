/**
 * Every number of the domain, with its rule. A default of the product, not a constant of the code:
 * rules take the policy as an argument.
 */
export const policy = {
  contact: {
    /** D2.1 How many youths a post holds at least. */
    quota: { full: 100, basic: 10 },
    /** D2.2 How many cadres may hold one youth at once. */
    holdersPerYouth: 3,
    /** D2.2 Which fields are named as thin: below this part of an even share, and how many at the most. */
    thin: { partOfEvenShare: 0.5, atMost: 2 },
    /** How long the server lets a contact be undone as if it had never been. */
    undoSeconds: 60,
    /** How long the phone of who made it offers that; the rest is for a slow network. */
    undoOfferedSeconds: 5,
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
  session: {
    /** A session ends after this many days, whatever happens. */
    days: 30,
    /** How long a newcomer may take between signing in and agreeing; nothing is stored meanwhile (D9.1). */
    ticketMinutes: 60,
  },
  /** Calls within `seconds` before a caller is asked to wait. */
  limits: {
    person: { calls: 240, seconds: 60 },
    /** Failed sign-ins of one address, before WeChat is asked again. */
    signIns: { calls: 60, seconds: 600 },
    /** Foreign and unknown codes of one person; not of an address, which a whole hall shares. */
    codes: { calls: 60, seconds: 600 },
  },
  /** When to try again after something was unavailable. */
  retryAfterSeconds: 5,
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
export type AgePolicy = Policy['age'];
