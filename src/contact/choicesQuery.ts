import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { client } from '@/lib/client';

/** C11 Who can follow in a contact that waits. */
export const choicesQuery = (contactId: string, search: string) =>
  infiniteQueryOptions({
    queryKey: ['contact.choices', contactId, search],
    queryFn: ({ pageParam }) =>
      client.contact.choices({ contactId, ...(search && { search }), ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
