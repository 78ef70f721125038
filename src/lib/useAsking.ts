import { useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import { keepAllowed } from './keepAllowed';
import { offerMessage } from './offerMessage';
import { meQuery } from './queries';
import { useWrite } from './useWrite';

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
    void keepAllowed('answer', accepted.current);
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
