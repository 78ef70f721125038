import type { Inputs, Outputs } from '../../types/contract';
import { policy } from '../../config/policy';
import type { SiteKind } from '../../types/words';
import { isRefused } from '@/lib/say';
import { wrongParts } from '@/lib/wrongParts';
import { positionOf, positionText } from './positionText';

/** What an administrator has filled in of a site. */
export interface SiteDraft {
  kind: SiteKind | null;
  name: string;
  address: string;
  position: string;
}

type Facts = Omit<Inputs['grassrootsDay']['registerSite'], 'orgId' | 'requestId'>;

export type SiteProblems = Partial<Record<keyof SiteDraft, string>>;

export const emptySite: SiteDraft = { kind: null, name: '', address: '', position: '' };

export const draftOf = ({ kind, name, address, position }: Outputs['grassrootsDay']['site']): SiteDraft => ({
  kind,
  name,
  address,
  position: positionText(position),
});

export const longest = policy.grassrootsDay.site;

/** What is sent; null while something is missing or wrong. */
export const factsOf = ({ kind, name, address, position: typed }: SiteDraft): Facts | null => {
  const position = positionOf(typed);
  if (!kind || name.trim().length < 2 || address.trim().length < 2) return null;
  if (position && 'wrong' in position) return null;
  return { kind, name: name.trim(), address: address.trim(), position };
};

/** What is still missing before it can be sent. */
export const missingOfSite = ({ kind, name, address, position: typed }: SiteDraft): SiteProblems => {
  const position = positionOf(typed);
  return {
    ...(!kind && { kind: '还差类别' }),
    ...(name.trim().length < 2 && { name: '还差名称' }),
    ...(address.trim().length < 2 && { address: '还差地址' }),
    ...(position && 'wrong' in position && { position: position.wrong }),
  };
};

/** What the server refused about a part. */
export const refusedOfSite = (error: unknown): SiteProblems => {
  if (isRefused(error, 'SITE_NAME_TAKEN')) return { name: '这个团组织已经有同名的地点，换个名字' };
  const wrong = wrongParts(error);
  return {
    ...(wrong.includes('name') && { name: '这里有多余的符号，改一下再试' }),
    ...(wrong.includes('address') && { address: '这里有多余的符号，改一下再试' }),
  };
};
