import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client } from '@/lib/client';
import { sitesInput, type SomeSites } from '@/lib/siteQueries';

/** Where they are; whatever changes the list changes it too. */
export const siteMapQuery = (some: SomeSites) =>
  queryOptions({
    queryKey: ['grassrootsDay.sites', 'map', some.orgId, some.search, some.kind, some.closed],
    queryFn: () => client.grassrootsDay.siteMap(sitesInput(some, '')),
    placeholderData: keepPreviousData,
  });
