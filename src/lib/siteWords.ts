import type { SiteAct, SiteKind } from '../../types/words';

/** D4.1 */
export const siteKindWords: Record<SiteKind, string> = {
  area: '区域',
  park: '园区',
  enterprise: '非公企业',
  socialOrg: '社会组织',
  servicePlatform: '青少年综合服务平台',
};

/** Where there is little room. */
export const shortKindWords: Record<SiteKind, string> = { ...siteKindWords, servicePlatform: '服务平台' };

/** What became of a site. */
export const siteActWords: Record<SiteAct, string> = {
  registered: '登记',
  edited: '改了资料',
  moved: '换了团组织',
  closed: '停用',
  reopened: '重新启用',
  contact: '有了现场联系人',
  contactEnded: '现场联系人不再负责',
  code: '换了码',
};
