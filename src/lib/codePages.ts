import { PAGE_CODES, SITE_CODE } from '../../types/words';
import { routes } from './routes';

const pages: Record<string, (code: string) => string> = {
  [PAGE_CODES.invitation]: routes.claim,
  [PAGE_CODES.signIn]: routes.approve,
  [SITE_CODE]: (q) => routes.checkIn({ q }),
};

/** A code's text in any of the forms in which it arrives: its link, a mini-program's path with its scene, itself. */
const CODE = /^(?:.*[?&]scene=|https?:\/\/[^/]+\/s\/)?([A-Z])[A-Za-z0-9_-]{22}(\.\d{1,12}\.\d{8})?$/;

/** The page that a code opens, where it opens one of its own; null of a person's code and of anything else. */
export const pageOfCode = (text: string): string | null => {
  const [, letter = '', live] = CODE.exec(text.trim()) ?? [];
  if (live && letter !== SITE_CODE) return null;
  return pages[letter]?.(text.trim()) ?? null;
};
