/** The words of the domain that travel as values. Safe to import as values anywhere: no dependency. */

/** D1.3 The seven fields a youth belongs to, in the order of the notice. */
export const FIELDS = ['enterprise', 'rural', 'government', 'school', 'community', 'socialOrg', 'newMedia'] as const;
export type Field = (typeof FIELDS)[number];

/** D1.1 How a cadre serves. */
export const SERVICES = ['fullTime', 'seconded', 'partTime'] as const;
export type Service = (typeof SERVICES)[number];

/** D1.2 Levels of the tree, from the top down. `unit` is a directly managed unit beside the cities. */
export const LEVELS = ['province', 'city', 'unit', 'county', 'township', 'branch'] as const;
export type Level = (typeof LEVELS)[number];

/** D2.4 Media by which a cadre can be reached. */
export const CHANNEL_KINDS = ['wechat', 'qq', 'weibo', 'phone'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** D2.4 The circle within which a channel is shown. */
export const CIRCLES = ['contacts', 'organisation', 'everybody'] as const;
export type Circle = (typeof CIRCLES)[number];

/** D9.8 What a look at somebody's data was. */
export const LOOKS = ['scan', 'details', 'list', 'reveal', 'correction', 'concern', 'text', 'line'] as const;
export type Look = (typeof LOOKS)[number];

/** D9.4 What is changed only by somebody's answer, because rules depend on it (D1.3, D9.3). */
export const CORRECTIONS = ['name', 'birthMonth'] as const;
export type Correction = (typeof CORRECTIONS)[number];

/** D9.4, D9.9 What became of a request; `dropped` with the consent or the account. */
export const REQUEST_STATES = ['open', 'approved', 'refused', 'answered', 'dropped'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/**
 * D9.4 What others see of a text that somebody typed: all of it, nothing until a person has read it, or nothing; a log's
 * line may be hidden by the youth as well.
 */
export const TEXT_STATES = ['shown', 'waiting', 'hidden'] as const;
export type TextState = (typeof TEXT_STATES)[number];
/** D9.4 What waits for an administrator to read it: a youth's unit, a log's line, a cadre's answer to a dispute. */
export const TEXT_KINDS = ['unit', 'log', 'answer'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** What a code stands for; the letter is the first character of the code. */
export const CODE_KINDS = { youth: 'Y', cadre: 'C' } as const;
/** D4.2 The letter of a site's code, which is nobody's. */
export const SITE_CODE = 'S';
export type CodeKind = keyof typeof CODE_KINDS;

/** What an invitation is to. */
export const INVITATION_KINDS = ['post', 'administrator', 'siteContact'] as const;
export type InvitationKind = (typeof INVITATION_KINDS)[number];

/** What became of an application for a post. */
export const ANSWERS = ['approved', 'refused', 'withdrawn'] as const;

/** What a person may allow WeChat to send a message about; `answer`: what one asked for was answered. */
export const MESSAGE_KINDS = ['answer', 'todo'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];
/** What its person is told of a message; `unknown`: WeChat was asked, and did not say whether it sent it. */
export const MESSAGE_OUTCOMES = ['sent', 'notSent', 'unknown', 'waiting'] as const;
export type MessageOutcome = (typeof MESSAGE_OUTCOMES)[number];

/** Codes that open a page of their own; the letter is the first character of the code. */
export const PAGE_CODES = { invitation: 'I', signIn: 'D' } as const;

/** D2.6 The five tasks that a log can belong to: 思想引导, 亮身份, 促活跃, 重倾听, 办实事. */
export const LOG_TASKS = ['guidance', 'identity', 'activation', 'listening', 'help'] as const;
export type LogTask = (typeof LOG_TASKS)[number];

/** D2.3 How a cadre and a youth were in touch. */
export const LOG_WAYS = ['online', 'phone', 'faceToFace'] as const;
export type LogWay = (typeof LOG_WAYS)[number];

/** What the youth says of a log: nothing, yes, "这不是我", the cadre has answered that, it is settled that it was not. */
export const MARK_STATES = ['unanswered', 'confirmed', 'disputed', 'answered', 'struck'] as const;
export type MarkState = (typeof MARK_STATES)[number];

/** D2.3 What proves a meeting: a live code on the day, or the youth's tap. */
export const PROOFS = ['code', 'tap'] as const;
export type Proof = (typeof PROOFS)[number];

/** What became of a dispute: the log stands after all, or is struck. */
export const DISPUTE_OUTCOMES = ['stands', 'struck'] as const;
export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number];

/** D2.1 – D2.5 What a cadre can do next for the own quarter. */
export const HELPS = ['dispute', 'voice', 'activity', 'meeting', 'prove', 'quota', 'field', 'identity'] as const;
export type Help = (typeof HELPS)[number];

/** Of which logs a figure is made: those that count, late ones, activities, proved meetings, unproved ones, disputed ones. */
export const LOG_FIGURES = ['counting', 'late', 'activities', 'met', 'unproved', 'disputed'] as const;
export type LogFigure = (typeof LOG_FIGURES)[number];

/** D4.1 What a site is: 区域, 园区, 非公企业, 社会组织, 青少年综合服务平台. */
export const SITE_KINDS = ['area', 'park', 'enterprise', 'socialOrg', 'servicePlatform'] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

/** What became of a site. */
export const SITE_ACTS = [
  'registered',
  'edited',
  'moved',
  'closed',
  'reopened',
  'contact',
  'contactEnded',
  'code',
] as const;
export type SiteAct = (typeof SITE_ACTS)[number];

/** The columns of a table of sites. */
export const SITE_COLUMNS = ['kind', 'name', 'address', 'latitude', 'longitude', 'org'] as const;
export type SiteColumn = (typeof SITE_COLUMNS)[number];
/** C35 What a row is: a site to be registered, one that is registered just so (and open, or closed), or none. */
export const ROW_STATES = ['new', 'unchanged', 'closed', 'wrong'] as const;
export type RowState = (typeof ROW_STATES)[number];
/**
 * C35 What is wrong with a cell: nothing in it, a number where words belong, too short, too long, symbols, a word that is
 * not known here, several things of that name, no number, latitude and longitude the wrong way round; it differs from what
 * is registered under that name, or from an earlier row.
 */
export const CELL_WRONGS = [
  'empty',
  'notText',
  'short',
  'long',
  'symbols',
  'unknown',
  'several',
  'notNumber',
  'swapped',
  'differs',
  'repeated',
] as const;
export type CellWrong = (typeof CELL_WRONGS)[number];

/** D4.2 Whether a day's check-in counts. */
export const CHECK_IN_STATES = ['confirmed', 'unconfirmed', 'refused'] as const;
export type CheckInState = (typeof CHECK_IN_STATES)[number];

/** D4.2 Why no code confirmed it: it came late, is the printed one, there was none; or it is that of one's own site. */
export const CHECK_IN_REASONS = ['late', 'standing', 'noCode', 'ownSite'] as const;
export type CheckInReason = (typeof CHECK_IN_REASONS)[number];

/** D10.2 What the time of a check-in rests on: the step of a live code, or the arrival at the server. */
export const DAY_CLOCKS = ['step', 'arrival'] as const;
export type DayClock = (typeof DAY_CLOCKS)[number];

/** D4.3 How a week stands: `owed` runs on still, `unconfirmed` would be met once somebody says so. */
export const WEEK_STATES = ['met', 'unconfirmed', 'owed', 'notMet', 'exempt', 'calendarMissing'] as const;
export type WeekState = (typeof WEEK_STATES)[number];
/** One letter each, for a grid. */
export const WEEK_LETTERS: Record<WeekState, string> = {
  met: 'm',
  unconfirmed: 'u',
  owed: 'o',
  notMet: 'n',
  exempt: 'e',
  calendarMissing: 'c',
};

/** C17 What became of a leave. */
export const LEAVE_STATES = ['asked', 'approved', 'refused', 'cancelled'] as const;
export type LeaveState = (typeof LEAVE_STATES)[number];

/** D4.2 What is asked about before anybody wonders: many on one step of a code, always the same two, sites too far apart. */
export const PATTERN_KINDS = ['sameStep', 'together', 'tooFar'] as const;
export type PatternKind = (typeof PATTERN_KINDS)[number];

/** What a cadre says to it: we went together, the site's position is wrong, the code was passed on, it was a mistake, something else. */
export const EXPLANATIONS = ['together', 'positionWrong', 'codePassedOn', 'mistake', 'other'] as const;
export type Explanation = (typeof EXPLANATIONS)[number];
