import {
  infiniteQueryOptions,
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  queryOptions,
} from '@tanstack/react-query';
import type { Field } from '../../types/words';
import { Unreachable } from './call';
import { client } from './client';
import { clockOf } from './clock';
import { person } from './person';
import { isRefused } from './say';

/** Somebody else has signed in on this phone: who it is now decides what is shown. D9.5 Who has left is on no list. */
const onError = (error: Error): void => {
  if (isRefused(error, 'SENDER_CHANGED')) askWho();
  if (isRefused(error, 'CONTACT_NOT_FOUND')) void contactsChanged();
};

export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
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

const ofWho = 'org.me';

/** Nothing that was loaded for one person is shown to another. */
const nowIs = (personId: string | null): void => {
  const before = person.get();
  person.is(personId);
  if (before !== null && before !== personId)
    void queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== ofWho });
};

/** An answer that comes after one has signed out is not heard. */
export const meQuery = queryOptions({
  queryKey: [ofWho],
  queryFn: async ({ signal }) => {
    const me = await client.org.me({});
    if (!signal.aborted) nowIs(me.personId);
    return me;
  },
});

/** Asks anew who is signed in here. */
export const askWho = (): void => void queries.query({ ...meQuery, staleTime: 0 }).catch(() => undefined);

export const holdersQuery = queryOptions({
  queryKey: ['contact.holders'],
  queryFn: async () => {
    const answer = await client.contact.holders({});
    return { ...answer, ...clockOf(answer.now, Date.now()) };
  },
});

export const recordQuery = queryOptions({ queryKey: ['privacy.record'], queryFn: () => client.privacy.record({}) });

export const looksQuery = queryOptions({ queryKey: ['privacy.looks'], queryFn: () => client.privacy.looks({}) });

/** D4.2 What I am asked about my check-ins and have not said a word to. */
export const openPatternsQuery = queryOptions({
  queryKey: ['grassrootsDay.patterns', 'open'],
  queryFn: () => client.grassrootsDay.patterns({ open: true }),
});

export const noticeQuery = queryOptions({
  queryKey: ['privacy.notice'],
  queryFn: () => client.privacy.notice({}),
  staleTime: 60_000,
});

/** One's own code; `live` is a cadre's by which a meeting is proved (D2.3). */
export const codeQuery = (kind: 'youth' | 'cadre', live = false) =>
  queryOptions({
    queryKey: ['contact.code', kind, live],
    queryFn: async () => {
      const answer = await client.contact.code(live ? { kind, live } : { kind });
      return { ...answer, ...clockOf(answer.now, Date.now()) };
    },
  });

export const applicationQuery = queryOptions({
  queryKey: ['org.application'],
  queryFn: () => client.org.application({}),
});

/** What an administrator settles changes every list of the organisation. */
export const organisationChanged = () =>
  queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('org.') });

/** What a contact that came or went changes on every screen. */
export const contactsChanged = () =>
  Promise.all(
    [
      ['org.me'],
      ['contact.list'],
      ['contact.holders'],
      ['privacy.record'],
      ['contactLog.quarter'],
      ['contactLog.todos'],
      ['contactLog.offer'],
    ].map((queryKey) => queries.invalidateQueries({ queryKey })),
  );

/** Some of a cadre's own youths: of one field, or without contact for long. */
export type SomeYouths = Field | 'quiet';

/** A cadre's own youths, the newest first. */
export const youthsQuery = (search: string, some: SomeYouths | null) =>
  infiniteQueryOptions({
    queryKey: ['contact.list', search, some],
    queryFn: ({ pageParam }) =>
      client.contact.list({
        ...(search && { search }),
        ...(some === 'quiet' ? { quiet: true as const } : some && { field: some }),
        ...(pageParam && { cursor: pageParam }),
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

/** Whom one was in touch with lately; kept for as long as the app runs, so that 记一笔 opens without a network too. */
export const offerQuery = queryOptions({
  queryKey: ['contactLog.offer'],
  queryFn: () => client.contactLog.offer({}),
  gcTime: Infinity,
});

/** Asked for ahead, so that it is there when there is no network. */
export const offerAhead = (): void => void queries.query({ ...offerQuery, staleTime: 600_000 }).catch(() => undefined);

export const aboutMeQuery = infiniteQueryOptions({
  queryKey: ['contactLog.aboutMe'],
  queryFn: ({ pageParam }) => client.contactLog.aboutMe({ cursor: pageParam }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
});

export const aboutMeChanged = () => queries.invalidateQueries({ queryKey: ['contactLog.aboutMe'] });

/** What one writes oneself changes these at once; what others say to it may show a little later. */
const ofTheRhythm = { staleTime: 60_000 };

/** D2 One's own quarter, this one or another by any day in it. */
export const quarterQuery = (quarter?: string) =>
  queryOptions({
    ...ofTheRhythm,
    queryKey: ['contactLog.quarter', quarter],
    queryFn: () => client.contactLog.quarter(quarter ? { quarter } : {}),
  });

/** D2.3 The days with a voice of a year, this one or another. */
export const yearQuery = (year?: number) =>
  queryOptions({
    ...ofTheRhythm,
    queryKey: ['contactLog.year', year],
    queryFn: () => client.contactLog.year(year ? { year } : {}),
  });

/** D4.3 One's own weeks at the grass roots, of this year or another. */
export const grassrootsYearQuery = (year?: number) =>
  queryOptions({
    ...ofTheRhythm,
    queryKey: ['grassrootsDay.year', year],
    queryFn: () => client.grassrootsDay.year(year ? { year } : {}),
  });

export const todosQuery = queryOptions({
  ...ofTheRhythm,
  queryKey: ['contactLog.todos'],
  queryFn: () => client.contactLog.todos({}),
});

/** D4 What a check-in, or somebody's word about one, changes on every screen. */
export const daysChanged = () =>
  queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => String(name).startsWith('grassrootsDay.') });

/** What a log that came, changed or went changes on every screen. */
export const logsChanged = () =>
  queries.invalidateQueries({
    predicate: ({ queryKey: [name] }) => String(name).startsWith('contactLog.') || name === 'contact.list',
  });
