/** A page's end as an opaque string. */
export const printCursor = (...parts: string[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

/** The parts of a cursor, each of its shape; null (the beginning) for anything that we did not print. */
export function parseCursor<Shapes extends RegExp[]>(
  text: string | undefined,
  ...shapes: Shapes
): { [K in keyof Shapes]: string } | null {
  if (!text) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== shapes.length) return null;
    const good = shapes.every((shape, i) => typeof parts[i] === 'string' && shape.test(parts[i]));
    return good ? (parts as { [K in keyof Shapes]: string }) : null;
  } catch {
    return null;
  }
}
