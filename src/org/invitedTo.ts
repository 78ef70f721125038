import type { Outputs } from '../../types/contract';

type Invitation = Outputs['org']['invitations']['items'][number];

/** What an invitation is to. */
export const invitedTo = ({ orgName, title, siteName }: Pick<Invitation, 'orgName' | 'title' | 'siteName'>): string =>
  siteName ? `${siteName}的现场联系人` : `${orgName} ${title ?? '管理员'}`;
