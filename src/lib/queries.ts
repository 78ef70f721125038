import { QueryClient, queryOptions } from '@tanstack/react-query';
import { Unreachable } from './call';
import { client } from './client';
import { clockOf } from './clock';
import { person } from './person';

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // A mini-program cannot tell the library whether there is a network; the call itself finds out.
      networkMode: 'always',
      refetchOnReconnect: true,
      retry: (failures, error) => failures < 1 && error instanceof Unreachable,
      staleTime: 10_000,
    },
    mutations: { networkMode: 'always' },
  },
});

export const meQuery = queryOptions({
  queryKey: ['org.me'],
  queryFn: async () => {
    const me = await client.org.me({});
    person.is(me.personId);
    return me;
  },
});

export const holdersQuery = queryOptions({
  queryKey: ['contact.holders'],
  queryFn: async () => {
    const answer = await client.contact.holders({});
    return { ...answer, ...clockOf(answer.now, Date.now()) };
  },
});

export const recordQuery = queryOptions({ queryKey: ['privacy.record'], queryFn: () => client.privacy.record({}) });

export const noticeQuery = queryOptions({
  queryKey: ['privacy.notice'],
  queryFn: () => client.privacy.notice({}),
  staleTime: 60_000,
});

export const codeQuery = (kind: 'youth' | 'cadre') =>
  queryOptions({
    queryKey: ['contact.code', kind],
    queryFn: async () => {
      const answer = await client.contact.code({ kind });
      return { ...answer, ...clockOf(answer.now, Date.now()) };
    },
  });

/** What a contact that came or went changes on every screen. */
export const contactsChanged = () =>
  Promise.all(
    [['org.me'], ['contact.list'], ['contact.holders'], ['privacy.record']].map((queryKey) =>
      queries.invalidateQueries({ queryKey }),
    ),
  );
