import { useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import { policy } from '../../config/policy';
import { client } from '@/lib/client';
import { clockOf, usePhoneSeconds } from '@/lib/clock';
import { meQuery, queries } from '@/lib/queries';
import { isRefusal, isRefused } from '@/lib/say';
import { usePageShown } from '@/lib/usePageShown';

const asking = ['account.askSignIn'];

const once = { staleTime: Infinity, gcTime: 0, retry: false, refetchOnWindowFocus: false } as const;

/** A code to sign in by, and whether somebody has let this browser in. A page that is not looked at does not ask. */
export const useSignInCode = () => {
  const shown = usePageShown();
  const asked = useQuery({
    ...once,
    queryKey: asking,
    queryFn: async () => {
      const answer = await client.account.askSignIn({});
      return { ...answer, ...clockOf(answer.now, Date.now()) };
    },
  });
  const secret = asked.data?.secret ?? '';
  const finished = useQuery({
    ...once,
    queryKey: ['account.finishSignIn', secret],
    queryFn: () => client.account.finishSignIn({ secret }),
    enabled: shown && secret !== '',
    refetchInterval: ({ state }) =>
      isRefusal(state.error) || state.data?.state === 'in' ? false : policy.signIn.pollSeconds * 1000,
  });
  const isIn = finished.data?.state === 'in';
  useEffect(() => {
    if (isIn) void queries.invalidateQueries(meQuery);
  }, [isIn]);

  const expired = isRefused(finished.error, 'SIGN_IN_EXPIRED');
  const { refetch } = asked;
  /** The first code is followed by another of itself, the next ones after a tap: somebody may have gone away. */
  const isFirst = queries.getQueryState(asking)?.dataUpdateCount === 1;
  useEffect(() => {
    if (expired && isFirst) void refetch();
  }, [expired, isFirst, refetch]);

  const now = usePhoneSeconds(shown && asked.data !== undefined);
  const leftMs = asked.data ? Date.parse(asked.data.until) - now - asked.data.offset : 0;
  return {
    /** None while another is fetched: the one before is no longer taken. */
    text: asked.isFetching ? null : (asked.data?.text ?? null),
    secondsLeft: Math.min(policy.signIn.seconds, Math.max(0, Math.ceil(leftMs / 1000))),
    seen: finished.data?.state === 'seen' && !asked.isFetching,
    isIn,
    expired: expired && !isFirst && !asked.isFetching,
    refused: isRefused(finished.error, 'SIGN_IN_REFUSED') && !asked.isFetching,
    /** No code came. */
    failed: asked.error,
    /** A code stands there, and nobody can be asked whether it was read. */
    cutOff: finished.isError && !isRefusal(finished.error),
    another: () => void refetch(),
  };
};
