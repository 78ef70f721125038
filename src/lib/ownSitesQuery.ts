import { queryOptions } from '@tanstack/react-query';
import { client } from './client';

/** The sites whose contact I am. */
export const ownSitesQuery = queryOptions({
  queryKey: ['grassrootsDay.ownSites'],
  queryFn: () => client.grassrootsDay.ownSites({}),
});
