import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Inputs } from '../../types/contract';
import type { SiteKind } from '../../types/words';
import { client } from './client';
import { clockOf } from './clock';
import { queries } from './queries';

/** Which of an organisation's sites. */
export interface SomeSites {
  orgId: number;
  search: string;
  kind: SiteKind | null;
  closed: boolean;
}

export const sitesInput = ({ orgId, search, kind, closed }: SomeSites, cursor: string) => ({
  orgId,
  closed,
  ...(search && { search }),
  ...(kind && { kind }),
  ...(cursor && { cursor }),
});

export const sitesQuery = (some: SomeSites) =>
  infiniteQueryOptions({
    queryKey: ['grassrootsDay.sites', some.orgId, some.search, some.kind, some.closed],
    queryFn: ({ pageParam }) => client.grassrootsDay.sites(sitesInput(some, pageParam)),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

export const siteQuery = (siteId: string) =>
  queryOptions({ queryKey: ['grassrootsDay.site', siteId], queryFn: () => client.grassrootsDay.site({ siteId }) });

/** The live code of a site; kept for as long as the app runs, so that it opens without a network too. */
export const siteCodeQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['grassrootsDay.siteCode', siteId],
    queryFn: async () => {
      const answer = await client.grassrootsDay.siteCode({ siteId });
      return { ...answer, ...clockOf(answer.now, Date.now()) };
    },
    gcTime: Infinity,
  });

export const standingCodeQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['grassrootsDay.standingCode', siteId],
    queryFn: () => client.grassrootsDay.standingCode({ siteId }),
  });

export const visitorsQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['grassrootsDay.visitors', siteId],
    queryFn: () => client.grassrootsDay.visitors({ siteId }),
    gcTime: Infinity,
  });

/** Whose days: of the cadres of an organisation and of all below it, or at a site. */
export type WhoseDays = Inputs['grassrootsDay']['waitingDays']['of'];

export const waitingDaysQuery = (of: WhoseDays) =>
  infiniteQueryOptions({
    queryKey: ['grassrootsDay.waitingDays', of],
    queryFn: ({ pageParam }) => client.grassrootsDay.waitingDays({ of, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** The first of an organisation's days that wait, for the list of what is to be done. */
export const firstWaitingDaysQuery = (orgId: number) =>
  queryOptions({
    queryKey: ['grassrootsDay.waitingDays', 'first', orgId],
    queryFn: () => client.grassrootsDay.waitingDays({ of: { orgId } }),
  });

const changed = (...names: string[]) =>
  queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => names.includes(String(name)) });

/** What is settled about a site changes these. */
export const sitesChanged = () =>
  changed(
    'grassrootsDay.sites',
    'grassrootsDay.site',
    'grassrootsDay.ownSites',
    'grassrootsDay.findSites',
    'org.invitations',
  );

/** What somebody says to a day changes these. */
export const waitingDaysChanged = () =>
  changed('grassrootsDay.waitingDays', 'grassrootsDay.visitors', 'grassrootsDay.ownSites', 'grassrootsDay.sites');
