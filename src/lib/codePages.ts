import { PAGE_CODES } from '../../types/words';
import { routes } from './routes';

const pages: Record<string, (code: string) => string> = {
  [PAGE_CODES.invitation]: routes.claim,
  [PAGE_CODES.signIn]: routes.approve,
};

/** A code's text in any of the forms in which it arrives: its link, a mini-program's path with its scene, itself. */
const CODE = /^(?:.*[?&]scene=|https?:\/\/[^/]+\/s\/)?([A-Z])[A-Za-z0-9_-]{22}$/;

/** The page that a code opens, where it opens one of its own; null of a person's code and of anything else. */
export const pageOfCode = (text: string): string | null => {
  const letter = CODE.exec(text.trim())?.[1] ?? '';
  return pages[letter]?.(text.trim()) ?? null;
};
