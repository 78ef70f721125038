import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { client } from '@/lib/client';
import { queries } from '@/lib/queries';

/** One's own leave, the latest first. */
export const leavesQuery = infiniteQueryOptions({
  queryKey: ['grassrootsDay.leaves'],
  queryFn: ({ pageParam }) => client.grassrootsDay.leaves({ ...(pageParam && { cursor: pageParam }) }),
  initialPageParam: '',
  getNextPageParam: ({ next }) => next,
});

/** C17 Leave that waits for an answer, of an organisation and of all below it. */
export const askedLeavesQuery = (orgId: number) =>
  infiniteQueryOptions({
    queryKey: ['grassrootsDay.askedLeaves', orgId],
    queryFn: ({ pageParam }) => client.grassrootsDay.askedLeaves({ orgId, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** What leave that was asked for, answered or taken back changes on every screen. */
export const leaveChanged = () =>
  queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => String(name).startsWith('grassrootsDay.') });

/** Whether any waits there. */
export const firstAskedLeaveQuery = (orgId: number) =>
  queryOptions({
    queryKey: ['grassrootsDay.askedLeaves', 'first', orgId],
    queryFn: () => client.grassrootsDay.askedLeaves({ orgId }),
  });
