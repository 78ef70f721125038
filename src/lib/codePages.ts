import { SIGN_IN_LETTER } from '../../types/words';
import { routes } from './routes';

/** Codes that are no person's and open a page of their own, by their letter. */
const pages: Partial<Record<string, (text: string) => string>> = { [SIGN_IN_LETTER]: routes.approve };

const CODE = /(?:^|\/s\/|[?&]scene=)([A-Z])[\w-]{22}$/;

/** The page that a code's text opens; null of a person's code, which the scan's sheet is for, and of any other text. */
export const pageOfCode = (text: string): string | null => {
  const letter = CODE.exec(text.trim())?.[1];
  return letter ? (pages[letter]?.(text) ?? null) : null;
};
