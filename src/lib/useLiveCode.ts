import { useEffect } from 'react';
import { type QueryKey, useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { usePhoneSeconds } from './clock';
import { type LiveCode, runsLow, shownCode } from './liveCode';

const secondsBetweenTries = 10;

/** A live code and the time left on it. Goes on without a network for as long as its steps last, and fetches new ones in time. */
export const useLiveCode = <Answer extends LiveCode, Key extends QueryKey>(
  query: UseQueryOptions<Answer, Error, Answer, Key>,
  shown: boolean,
) => {
  const { data, error, isFetching, refetch, dataUpdatedAt, errorUpdatedAt } = useQuery(query);
  const now = usePhoneSeconds(shown);
  const code = data && shownCode(data, now);
  const triedAt = Math.max(dataUpdatedAt, errorUpdatedAt);
  const due = data !== undefined && code !== undefined && runsLow(data, code);

  useEffect(() => {
    if (due && !isFetching && now - triedAt > secondsBetweenTries * 1000) void refetch();
  }, [due, isFetching, now, triedAt, refetch]);

  return { data, code, error, refetch };
};
