import { infiniteQueryOptions } from '@tanstack/react-query';
import { client } from '@/lib/client';

/** D4.2 What I am asked about my check-ins. */
export const patternsQuery = infiniteQueryOptions({
  queryKey: ['grassrootsDay.patterns'],
  queryFn: ({ pageParam }) => client.grassrootsDay.patterns({ cursor: pageParam }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
});

/** What an organisation's cadres were asked, and what they said. */
export const patternsOfQuery = (orgId: number) =>
  infiniteQueryOptions({
    queryKey: ['grassrootsDay.patternsOf', orgId],
    queryFn: ({ pageParam }) => client.grassrootsDay.patternsOf({ orgId, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
