import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Inputs } from '../../types/contract';
import { client } from '@/lib/client';

type LogFilter = Omit<Inputs['contactLog']['list'], 'cursor'>;

export const logQuery = (logId: string) =>
  queryOptions({ queryKey: ['contactLog.one', logId], queryFn: () => client.contactLog.one({ logId }) });

/** A cadre's own logs: all, of one contact, of a span of days, of one figure. */
export const logsQuery = ({ contactId, from, until, only }: LogFilter) =>
  infiniteQueryOptions({
    queryKey: ['contactLog.list', contactId, from, until, only],
    queryFn: ({ pageParam }) =>
      client.contactLog.list({
        ...(contactId && { contactId }),
        ...(from && { from }),
        ...(until && { until }),
        ...(only && { only }),
        ...(pageParam && { cursor: pageParam }),
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
