import { useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import { client } from './client';
import { offerMessage } from './offerMessage';
import { meQuery } from './queries';
import { newRequestId } from './requestId';
import { useWrite } from './useWrite';

/** Nothing is said of it when it fails: what was asked for is asked for, and the answer is on its page. */
const keepAllowed = async (accepted: Promise<boolean>): Promise<void> => {
  try {
    if (!(await accepted)) return;
    // Before the call: waited for inside of it, the compiled program would look for the operation’s own `call`.
    const requestId = await newRequestId();
    await client.account.allowMessage({ kind: 'answer', requestId });
  } catch {
    return;
  }
};

/**
 * A write that somebody answers later: in the tap that sends it WeChat offers to tell when it is answered. Neither
 * waits for the other.
 */
export const useAsking = <Input extends { requestId: string }, Output>(
  write: (input: Input) => Promise<Output>,
  onSuccess?: (output: Output) => void,
) => {
  const me = useQuery(meQuery);
  const accepted = useRef(Promise.resolve(false));
  const asking = useWrite(write, (output: Output) => {
    onSuccess?.(output);
    void keepAllowed(accepted.current);
  });
  const template = me.data?.messages.answer;
  return {
    ...asking,
    mutate: (input: Omit<Input, 'requestId'>) => {
      accepted.current = template ? offerMessage(template) : Promise.resolve(false);
      asking.mutate(input);
    },
  };
};
