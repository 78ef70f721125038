import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { client } from '@/lib/client';

/** C11 The posts that have left contacts behind without anybody named to follow. */
export const handOversQuery = infiniteQueryOptions({
  queryKey: ['org.handOvers'],
  queryFn: ({ pageParam }) => client.org.handOvers({ cursor: pageParam }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
});

/** C11 Who can follow in a post. */
export const successorsQuery = (postId: string, search: string) =>
  infiniteQueryOptions({
    queryKey: ['org.successors', postId, search],
    queryFn: ({ pageParam }) =>
      client.org.successors({ postId, ...(search && { search }), ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
