import Taro from '@tarojs/taro';
import type { LogFigure } from '../../types/words';
import { pageCode } from './pageCode';
import { tell } from './tell';

const withQuery = (path: string, query: Record<string, string | undefined>): string => {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
};

/** Every page of the product by what it shows. */
export const routes = {
  /** `q` is what a code says, as WeChat names it for a link that opens a page. */
  home: (query: { tab?: string; q?: string; left?: string } = {}) => withQuery('/home/index', query),
  scan: () => '/scan/index',
  youth: (contactId: string) => withQuery('/contact/youth', { contactId }),
  holder: (contactId?: string) => withQuery('/contact/holder', { contactId }),
  notice: () => '/privacy/notice',
  looks: () => '/privacy/looks',
  channels: () => '/org/channels',
  overview: (orgId?: number) => withQuery('/org/overview', { orgId: orgId?.toString() }),
  todo: () => '/org/todo',
  /** `q` as for the home. */
  claim: (q: string) => withQuery('/org/claim', { q }),
  apply: () => '/org/apply',
  invite: (orgId: number, kind: 'post' | 'administrator') => withQuery('/org/invite', { orgId: String(orgId), kind }),
  invitations: (orgId: number) => withQuery('/org/invitations', { orgId: String(orgId) }),
  administrators: (orgId: number) => withQuery('/org/administrators', { orgId: String(orgId) }),
  /** Names of a new organisation below this one, or of this one itself. */
  names: (orgId: number, of: 'below' | 'itself') => withQuery('/org/names', { orgId: String(orgId), of }),
  cadre: (postId: string) => withQuery('/org/cadre', { postId }),
  approve: (q: string) => withQuery('/account/approve', { q }),
  devices: () => '/account/devices',
  binding: () => '/account/binding',
  correct: () => '/privacy/correct',
  copy: () => '/privacy/copy',
  concern: (contactId: string) => withQuery('/privacy/concern', { contactId }),
  /** 记一笔; `logId` is one to be changed, `draft` one that waits or was refused, `choose` opens whom it is about. */
  log: (query: { logId?: string; draft?: string; choose?: 'yes' } = {}) => withQuery('/log/write', query),
  /** One's own logs: all, of one contact, of a span of days, of one figure. */
  logs: (query: { contactId?: string; from?: string; until?: string; only?: LogFigure } = {}) =>
    withQuery('/log/list', query),
  logOf: (logId: string) => withQuery('/log/one', { logId }),
  quarter: () => '/log/quarter',
  quiet: () => '/log/quiet',
  /** What was noted about me. */
  aboutMe: () => '/log/about',
  meetingCode: () => '/log/meet',
  sites: (orgId: number) => withQuery('/site/list', { orgId: String(orgId) }),
  site: (siteId: string) => withQuery('/site/one', { siteId }),
  newSite: (orgId: number) => withQuery('/site/edit', { orgId: String(orgId) }),
  editSite: (siteId: string) => withQuery('/site/edit', { siteId }),
  /** The live code of a site, on the phone of its contact. */
  siteCode: (siteId: string) => withQuery('/site/code', { siteId }),
  /** The code that is printed. */
  sitePoster: (siteId: string) => withQuery('/site/poster', { siteId }),
  /** Days that wait for a word: of an organisation's cadres, or at a site. */
  waitingDays: (of: { orgId: number } | { siteId: string }) =>
    withQuery('/site/waiting', 'orgId' in of ? { orgId: String(of.orgId) } : of),
  /** 报到, by what a site's code says, or by a site that was chosen. */
  checkIn: (by: { q: string } | { siteId: string }) => withQuery('/days/check-in', by),
  siteList: () => '/days/site-list',
  /** One's own check-ins, and those of one day. */
  days: () => '/days/list',
  day: (day: string) => withQuery('/days/day', { day }),
  answer: (kind: 'correction' | 'concern', id: string) => withQuery('/privacy/answer', { kind, id }),
};

/** Waits for the page's code, so that one that does not come leaves nothing in the history. */
const open = async (url: string, navigate: (to: { url: string }) => Promise<unknown>): Promise<void> => {
  try {
    await pageCode(url);
    await navigate({ url });
  } catch {
    await tell('没有连上，这一页没有打开');
  }
};

let going = false;

/** A second tap meanwhile is the same one. */
export const goTo = (url: string): void => {
  if (going) return;
  going = true;
  void open(url, (to) => Taro.navigateTo(to)).finally(() => {
    going = false;
  });
};

/** Opens a page in place of this one. */
export const goInstead = (url: string): void => void open(url, (to) => Taro.redirectTo(to));

/** Leaves everything behind and starts anew there. */
export const startAt = (url: string): Promise<void> => open(url, (to) => Taro.reLaunch(to));

/** In a browser: a code that has been dealt with does not come back with a reload. */
export const forgetQuery = (): void => {
  if (process.env.TARO_ENV !== 'h5') return;
  const [address = ''] = window.location.href.split(/\?(?!.*#)/);
  window.history.replaceState(window.history.state, '', address);
};

/** A page that was opened by a code or a link has nothing behind it: then home. */
export const goBack = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void startAt(routes.home());
};
