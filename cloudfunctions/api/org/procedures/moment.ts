import * as z from 'zod';
import { parseCursor } from '../../kernel/cursor';

/** The database knows no year 0. */
const momentCursor = z.tuple([z.iso.datetime({ precision: 6 }).regex(/^(?!0000)/), z.uuid()]);

/** Where a page begins, of what stands in the order of a moment and an id. */
export function parseMoment(text: string | undefined): { madeAt: string; id: string } | null {
  const [madeAt, id] = parseCursor(text, momentCursor) ?? [];
  return madeAt && id ? { madeAt, id } : null;
}
