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
const newcomer: Visit = { who: 'a newcomer', openid: 'oNewcomer'.padEnd(28, '-') };

const ofFirstContact = async (): Promise<string> => {
  const { items } = await askAs<{ items: { contactId: string }[] }>(cadre.openid, 'contact.list', {});
  return `?contactId=${items[0]?.contactId}`;
};

const ofOwnOrganisation = async (): Promise<string> => {
  const { administers } = await askAs<{ administers: { orgId: number }[] }>(administrator.openid, 'org.me', {});
  return `?orgId=${administers[0]?.orgId}`;
};

/** Pages that need more than a cadre who just opens them. */
export const VISITS: Record<string, Visit[]> = {
  'home/index': [cadre, youth, administrator, newcomer],
  'contact/youth': [{ ...cadre, query: ofFirstContact }],
  'contact/holder': [youth],
  'privacy/notice': [newcomer],
  'org/overview': [{ ...administrator, query: ofOwnOrganisation }],
};

export const visitsTo = (page: string): Visit[] => VISITS[page] ?? [cadre];

/** Everything asked for has come, and can be read. */
export const settled = (phone: MiniPhone): Promise<void> =>
  phone.sees(phone.page.locator('.page:not(:has(.skeleton))').filter({ hasText: /\S{2}/ }));
