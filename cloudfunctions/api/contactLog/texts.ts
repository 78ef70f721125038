import { uuidv7 } from 'uuidv7';
import type { TextState } from '../../../types/words';
import type { TextPart, Reading } from '../kernel/reading';

/** A text that others may read, what they see of it, and the id by which it waits. */
export interface Checked<Line extends string | null = string> {
  text: Line;
  state: TextState;
  id: string | null;
}

/** D9.4 A text that stays as it is keeps what became of it, and is not asked about again; an empty one is nothing to read. */
export function checked(read: Reading, part: TextPart, text: string, was: Checked<string | null> | null): Checked {
  if (was && was.text === text) return { ...was, text };
  const { [part]: state } = read({ [part]: text } as Record<TextPart, string>);
  return { text, state, id: state === 'waiting' ? uuidv7() : null };
}
