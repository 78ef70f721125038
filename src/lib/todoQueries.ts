import { infiniteQueryOptions } from '@tanstack/react-query';
import { client } from './client';

/** What waits for an administrator's answer. */
export const requestsQuery = infiniteQueryOptions({
  queryKey: ['privacy.requests'],
  queryFn: ({ pageParam }) => client.privacy.requests({ cursor: pageParam }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
});

/** Texts that nobody else sees before I have read them. */
export const textsQuery = infiniteQueryOptions({
  queryKey: ['privacy.texts'],
  queryFn: ({ pageParam }) => client.privacy.texts({ cursor: pageParam }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
});

export const applicationsQuery = infiniteQueryOptions({
  queryKey: ['org.applications'],
  queryFn: ({ pageParam }) => client.org.applications({ cursor: pageParam }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
});

/** D1.5 Which logs of an organisation's cadres, and of those below it, are in dispute. */
export const disputesQuery = (orgId: number) =>
  infiniteQueryOptions({
    queryKey: ['contactLog.disputes', orgId],
    queryFn: ({ pageParam }) => client.contactLog.disputes({ orgId, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const bindingsQuery = infiniteQueryOptions({
  queryKey: ['account.bindings'],
  queryFn: ({ pageParam }) => client.account.bindings({ cursor: pageParam }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
});
