import { kept } from './kept';
import { makeObservable } from './observable';

const keptId = kept('person');

const id = makeObservable<string | null>(keptId.read);

/** Whom this phone last knew to be signed in; it knows so without a network too. Null of a newcomer. */
export const person = {
  ...id,
  is(personId: string | null): void {
    if (personId === id.get()) return;
    if (personId) keptId.write(personId);
    else keptId.remove();
    id.set(personId);
  },
};
