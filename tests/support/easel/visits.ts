import { uuidv7 } from 'uuidv7';
import { openidOf } from '../../../local/demo/cast';
import { askAs } from '../wx/door';
import type { MiniPhone } from './phone';

/** Somebody who opens a page, with what stands behind its address. */
export interface Visit {
  who: string;
  openid: string;
  query?: () => Promise<string>;
}

const cadre: Visit = { who: 'a cadre', openid: openidOf('he-zhiyuan') };
const youth: Visit = { who: 'a youth', openid: openidOf('lin-xiaotong') };
const administrator: Visit = { who: 'an administrator', openid: openidOf('deng-qiwen') };
const provincial: Visit = { who: 'an administrator of the province', openid: openidOf('xian-yonglan') };
const asked: Visit = { who: 'a cadre who is asked', openid: openidOf('liang-qianwen') };
const newcomer: Visit = { who: 'a newcomer', openid: 'oNewcomer'.padEnd(28, '-') };

const ofFirstContact = async (): Promise<string> => {
  const { items } = await askAs<{ items: { contactId: string }[] }>(cadre.openid, 'contact.list', {});
  return `?contactId=${items[0]?.contactId}`;
};

const aLog = async (): Promise<string> => {
  const { items } = await askAs<{ items: { contactId: string }[] }>(cadre.openid, 'contact.list', {});
  const { today } = await askAs<{ today: string }>(cadre.openid, 'org.me', {});
  const said = { task: 'listening', way: 'phone', activity: false, day: today, text: '聊了夜班调休' };
  const log = { ...said, contactIds: [items[0]?.contactId], requestId: uuidv7() };
  const { logId } = await askAs<{ logId: string }>(cadre.openid, 'contactLog.write', log);
  return `?logId=${logId}`;
};

const ownOrgId = async (): Promise<number | undefined> => {
  const { administers } = await askAs<{ administers: { orgId: number }[] }>(administrator.openid, 'org.me', {});
  return administers[0]?.orgId;
};

const ofOwnOrganisation = async (): Promise<string> => `?orgId=${await ownOrgId()}`;

const cadreOfOwnOrganisation = async (): Promise<string> => {
  const { cadres } = await askAs<{ cadres: { postId: string }[] }>(administrator.openid, 'org.overview', {});
  return `?postId=${cadres[0]?.postId}`;
};

const anInvitation = async (): Promise<string> => {
  const { administers, today } = await askAs<{ administers: { orgId: number }[]; today: string }>(
    administrator.openid,
    'org.me',
    {},
  );
  const post = { service: 'partTime', inEstablishment: false, leadership: false, title: '委员', from: today };
  const wish = { orgId: administers[0]?.orgId, name: '岑小满', post, requestId: uuidv7() };
  const { link } = await askAs<{ link: string }>(administrator.openid, 'org.invite', wish);
  return `?q=${encodeURIComponent(link)}`;
};

const aManagedSite = async (): Promise<string> => {
  const ofOrg = { orgId: await ownOrgId(), closed: false };
  const { items } = await askAs<{ items: { siteId: string }[] }>(administrator.openid, 'grassrootsDay.sites', ofOrg);
  return `?siteId=${items[0]?.siteId}`;
};

const contact: Visit = { who: 'a site’s contact', openid: openidOf('mai-haoming') };

const ofOwnSite = async (): Promise<string> => {
  const { items } = await askAs<{ items: { siteId: string }[] }>(contact.openid, 'grassrootsDay.ownSites', {});
  return `?siteId=${items[0]?.siteId}`;
};

const ofFirstHolder = async (): Promise<string> => {
  const { items } = await askAs<{ items: { contactId: string }[] }>(youth.openid, 'contact.holders', {});
  return `?contactId=${items[0]?.contactId}`;
};

const anOpenSite = async (): Promise<string> => {
  const { items } = await askAs<{ items: { siteId: string }[] }>(cadre.openid, 'grassrootsDay.findSites', {});
  return `?siteId=${items[0]?.siteId}`;
};

const aDay = async (): Promise<string> => {
  const { items } = await askAs<{ items: { day: string }[] }>(cadre.openid, 'grassrootsDay.days', {});
  return `?day=${items[0]?.day}`;
};

/** Pages that need more than a cadre who just opens them. */
export const VISITS: Record<string, Visit[]> = {
  'home/index': [cadre, youth, administrator, newcomer],
  'contact/youth': [{ ...cadre, query: ofFirstContact }],
  'contact/holder': [youth],
  'days/check-in': [{ ...cadre, query: anOpenSite }],
  'days/day': [{ ...cadre, query: aDay }],
  'log/one': [{ ...cadre, query: aLog }],
  'log/about': [youth],
  'privacy/notice': [newcomer],
  'privacy/correct': [youth],
  'privacy/copy': [youth, cadre],
  'privacy/concern': [{ ...youth, query: ofFirstHolder }],
  'privacy/answer': [{ ...administrator, query: () => Promise.resolve(`?kind=correction&id=${uuidv7()}`) }],
  'account/binding': [newcomer],
  'days/grid': [{ ...administrator, query: ofOwnOrganisation }],
  'days/calendar': [administrator, provincial],
  'days/explain': [cadre, asked],
  'site/list': [{ ...administrator, query: ofOwnOrganisation }],
  'site/one': [{ ...administrator, query: aManagedSite }],
  'site/edit': [{ ...administrator, query: ofOwnOrganisation }],
  'site/poster': [{ ...administrator, query: aManagedSite }],
  'site/code': [{ ...contact, query: ofOwnSite }],
  'site/import': [{ ...administrator, query: ofOwnOrganisation }],
  'site/waiting': [{ ...administrator, query: ofOwnOrganisation }],
  'org/apply': [newcomer],
  'org/claim': [{ ...newcomer, query: anInvitation }],
  'org/todo': [administrator],
  'org/overview': [{ ...administrator, query: ofOwnOrganisation }],
  'org/invite': [{ ...administrator, query: async () => `${await ofOwnOrganisation()}&kind=post` }],
  'org/invitations': [{ ...administrator, query: ofOwnOrganisation }],
  'org/administrators': [{ ...administrator, query: ofOwnOrganisation }],
  'org/names': [{ ...administrator, query: async () => `${await ofOwnOrganisation()}&of=below` }],
  'org/cadre': [{ ...administrator, query: cadreOfOwnOrganisation }],
};

export const visitsTo = (page: string): Visit[] => VISITS[page] ?? [cadre];

/** Everything asked for has come, and can be read. */
export const settled = (phone: MiniPhone): Promise<void> =>
  phone.sees(phone.page.locator('.page:not(:has(.skeleton))').filter({ hasText: /\S{2}/ }));
