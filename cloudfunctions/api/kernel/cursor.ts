import * as z from 'zod';

/** A page's end as an opaque string. */
export const printCursor = (...parts: string[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

/** The parts of a cursor as their shape says; null (the beginning) for anything that we did not print. */
export function parseCursor<Shape extends z.ZodTuple>(text: string | undefined, shape: Shape): z.infer<Shape> | null {
  if (!text) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return shape.safeParse(parts).data ?? null;
  } catch {
    return null;
  }
}

/** The database knows no year 0. */
export const dayCursor = z.tuple([z.iso.date().regex(/^(?!0000)/), z.uuid()]);

/** Where a page begins, of what stands in the order of a day and an id. */
export function afterOf(cursor: string | undefined): { day: string; id: string } | null {
  const [day, id] = parseCursor(cursor, dayCursor) ?? [];
  return day && id ? { day, id } : null;
}

/** A page of it, and where the next begins. */
export function pageOf<Row extends { day: string; id: string }>(found: Row[], size: number) {
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  return { rows, next: found.length > size && last ? printCursor(last.day, last.id) : null };
}
