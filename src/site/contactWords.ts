import { dayOf, monthAndDay, wholeDay } from '@/lib/day';
import type { Site } from './siteOf';

/** Who looks after a site, or who is asked to. */
export const contactInWords = ({ contact, invited }: Pick<Site, 'contact' | 'invited'>): string => {
  const asked = invited && `邀请了${invited.name}，${monthAndDay(dayOf(invited.expiresAt))}前有效`;
  if (!contact) return asked ?? '还没有，请一位在现场的人';
  const now = `${contact.name}${contact.self ? '（你）' : ''}，${wholeDay(contact.since)}起`;
  return asked ? `${now}。${asked}` : now;
};
