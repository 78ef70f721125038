import { queryOptions } from '@tanstack/react-query';
import { client } from '@/lib/client';

/** One organisation, for a page that settles something of it. */
export const orgQuery = (orgId: number) =>
  queryOptions({ queryKey: ['org.overview', 'one', orgId], queryFn: () => client.org.overview({ orgId }) });
