import type { TextState } from '../../../types/words';

/** What becomes of a line that others may read; an empty one is nothing to read. Here, and nowhere else, it is checked. */
export const stateOfText = (text: string): TextState => (text === '' ? 'shown' : UNCHECKED);

const UNCHECKED: TextState = 'shown';
