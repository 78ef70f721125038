import type { Outputs } from '../../types/contract';
import { client } from '@/lib/client';
import { type SomeSites, sitesInput } from '@/lib/siteQueries';

type Site = Outputs['grassrootsDay']['sites']['items'][number];

/** More than a county has; asked for page by page, it stays below what one person may ask for in a minute. */
export const MOST_TAKEN = 3000;

/** Every site that a list shows, page by page, up to a bound. */
export const allSites = async (
  some: SomeSites,
  onTaken: (taken: number) => void,
): Promise<{ sites: Site[]; more: boolean }> => {
  const sites: Site[] = [];
  let cursor: string | null = '';
  while (cursor !== null && sites.length < MOST_TAKEN) {
    const page: Outputs['grassrootsDay']['sites'] = await client.grassrootsDay.sites(sitesInput(some, cursor));
    sites.push(...page.items);
    onTaken(sites.length);
    cursor = page.next;
  }
  return { sites, more: cursor !== null };
};
