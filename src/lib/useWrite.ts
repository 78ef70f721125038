import { useRef } from 'react';
import { ORPCError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { newRequestId } from './requestId';

interface Intent {
  input: string;
  requestId: Promise<string>;
}

/**
 * A write with its requestId. A double tap, and a retry after no answer, is the same intent and sends the same id;
 * another input, and whatever comes after the server has answered, is a new one.
 */
export const useWrite = <Input extends { requestId: string }, Output>(
  write: (input: Input) => Promise<Output>,
  onSuccess?: (output: Output, input: Omit<Input, 'requestId'>) => void,
) => {
  const intent = useRef<Intent | null>(null);
  return useMutation<Output, Error, Omit<Input, 'requestId'>>({
    mutationFn: async (input) => {
      const text = JSON.stringify(input);
      if (intent.current?.input !== text) intent.current = { input: text, requestId: newRequestId() };
      return write({ ...input, requestId: await intent.current.requestId } as Input);
    },
    onError: (error) => {
      if (error instanceof ORPCError && error.defined) intent.current = null;
    },
    onSuccess: (output, input) => {
      intent.current = null;
      onSuccess?.(output, input);
    },
  });
};
