import * as z from 'zod';
import { FIELDS, TEXT_STATES } from './words';

/** uuid v7 made by the caller; the same id again gives the same outcome, never a second one. */
export const requestId = z.uuid({ version: 'v7' });
export const id = z.uuid();
/** A calendar day in Asia/Shanghai, `2026-11-26` (D10.1), such as somebody may mean. */
export const day = z.iso.date().refine((text) => text >= '1900-01-01' && text <= '2100-12-31');
export const instant = z.iso.datetime({ offset: true });
export const field = z.enum(FIELDS);
export const count = z.number().int().nonnegative();
/** A whole number that the database's `int` can hold. */
export const orgId = count.max(2_147_483_647);
export const empty = z.object({}).strict();

/** A line a person typed: trimmed, composed, without control characters. */
export const line = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
    .pipe(
      z
        .string()
        .max(max)
        .regex(/^[^\p{Cc}\p{Cs}<>]*$/u),
    );

/** What a scanner read, as it is: a link, a mini-program path with its scene, a raw code. */
export const scanned = z.string().min(1).max(512);

/** Letters of any script, with the marks that stand inside names. */
export const personName = line(30).pipe(z.string().regex(/^\p{L}[\p{L}\p{M}·•.'’ -]*$/u));

/** A unit as its youth sees it, with what others see of it. */
export const ownUnit = { unit: z.string().nullable(), unitState: z.enum(TEXT_STATES) };

/** D9.6 A month of birth, as it is asked for. */
export const born = { birthYear: z.number().int().min(1900).max(2100), birthMonth: z.number().int().min(1).max(12) };

/** D2.1, D2.2 Where a post stands. `counted` never includes those over 35, who are in `overAge`. */
export const standing = z.object({
  counted: count,
  overAge: count,
  quota: count,
  missing: count,
  byField: z.record(field, count),
  /** The fields to look in next, those with the fewest first; empty once the spread is even. */
  thin: z.array(field),
});
export type Standing = z.infer<typeof standing>;

/**
 * The same with the day on which a quota that has grown with the class is due (C2): until then nothing is short, whatever
 * `missing` says. Null when it is due.
 */
export const dueStanding = standing.extend({ dueOn: day.nullable() });
export type DueStanding = z.infer<typeof dueStanding>;
