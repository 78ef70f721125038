import type * as z from 'zod';

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
