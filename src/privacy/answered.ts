import { queries } from '@/lib/queries';
import { goBack } from '@/lib/routes';
import { tell } from '@/lib/tell';
import { requestsQuery } from '@/lib/todoQueries';

/** What an answer brings about: the list is asked for anew, and one is back in it. */
export const answered = (): void => {
  void queries.invalidateQueries(requestsQuery);
  void tell('已答复');
  goBack();
};
