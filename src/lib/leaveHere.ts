import { ownBox } from './outbox';
import { person } from './person';
import { queries } from './queries';
import { routes, startAt } from './routes';
import { session } from './session';

/** Nothing of whoever was signed in stays on this phone; what was not sent is dropped. */
export const leaveHere = async (left: 'signedOut' | 'closed'): Promise<void> => {
  await ownBox()?.empty();
  // The screens that ask who it is are gone first.
  await startAt(routes.home({ left }));
  await queries.cancelQueries();
  session.forget();
  person.is(null);
  queries.clear();
};
