import type { Inputs } from '../../types/contract';
import { client } from '@/lib/client';
import { waitingDaysChanged } from '@/lib/siteQueries';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { answeredInWords } from './dayWords';

/** D8.2 Confirms or refuses days. What waits now is in the lists either way. */
export const useAnswerDays = (onAnswered?: () => void) =>
  useWrite(
    async (input: Inputs['grassrootsDay']['answerDays']) => {
      try {
        return await client.grassrootsDay.answerDays(input);
      } finally {
        void waitingDaysChanged();
      }
    },
    (answered) => {
      void tell(answeredInWords(answered));
      onAnswered?.();
    },
  );
