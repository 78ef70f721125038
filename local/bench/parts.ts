/** What a statement is for, by what it says. Names are printed, so they say it in plain words. */
const PARTS: readonly (readonly [RegExp, string])[] = [];

export const partOf = (statement: string): string =>
  PARTS.find(([pattern]) => pattern.test(statement))?.[1] ?? `other: ${statement.replace(/\s+/g, ' ').slice(0, 90)}`;
