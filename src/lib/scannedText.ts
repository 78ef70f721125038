import { policy } from '../../config/policy';
import { CODE_KINDS, SITE_CODE, type CodeKind } from '../../types/words';

/** Where a code's text can come from: WeChat's scanner, the query a page was opened with, a browser's address. */
export type Scanned =
  | { from: 'scanner'; result: string; path?: string }
  | { from: 'query'; scene?: string; q?: string }
  | { from: 'address'; href: string; pathname: string };

const decodeOnce = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/**
 * The text of a code as it goes to the server, which alone understands it; null when there is none.
 * A 小程序码 has its content in `path`, a printed link arrives in `q`, encoded once.
 */
export const scannedText = (scanned: Scanned): string | null => {
  switch (scanned.from) {
    case 'scanner':
      return scanned.path?.trim() || scanned.result.trim() || null;
    case 'query':
      return decodeOnce(scanned.scene ?? scanned.q ?? '').trim() || null;
    case 'address':
      return scanned.pathname.startsWith('/s/') && scanned.pathname.length > 3 ? scanned.href : null;
  }
};

const LIVE = /\.(\d{1,12})\.\d{8}$/;

/** Whether a code runs out: a live one has its step and eight digits behind it. */
export const isLive = (text: string): boolean => LIVE.test(text);

const SITE = new RegExp(`(?:^|[/=])${SITE_CODE}[A-Za-z0-9_-]{22}(?:\\.\\d{1,12}\\.\\d{8})?$`);

/** D4.2 A site's code, which is nobody's. */
export const isOfSite = (text: string): boolean => SITE.test(text);

/** Whose live code it is; null of one that stands. */
export const liveKind = (text: string): CodeKind | null => {
  if (!isLive(text)) return null;
  const letter = /([A-Z])[A-Za-z0-9_-]{22}\.\d{1,12}\.\d{8}$/.exec(text)?.[1];
  return letter === CODE_KINDS.cadre ? 'cadre' : 'youth';
};

/** D4.2 Until when a live code has to have arrived, in milliseconds: a site's makes a day for longer. Null of one that stands. */
export const liveUntil = (text: string): number | null => {
  const step = LIVE.exec(text)?.[1];
  const { stepSeconds, acceptMinutes } = policy.codes;
  const seconds = isOfSite(text) ? policy.grassrootsDay.recordHours * 3600 : acceptMinutes * 60;
  return step ? (Number(step) * stepSeconds + seconds) * 1000 : null;
};

const kindWords: Record<CodeKind, string> = { youth: '青年的码', cadre: '团干部的见面码' };

/** What a code is called before anybody knows whose it is. */
export const codeWords = (text: string): string => {
  const kind = liveKind(text);
  return kind ? kindWords[kind] : '团干部的名片码';
};
