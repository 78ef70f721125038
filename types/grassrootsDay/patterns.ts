import { oc } from '@orpc/contract';
import * as z from 'zod';
import { cursor, done } from '../org/parts';
import { refusing } from '../refusals';
import { count, day, id, instant, orgId, requestId } from '../shared';
import { EXPLANATIONS, PATTERN_KINDS } from '../words';

const shown = {
  patternId: id,
  kind: z.enum(PATTERN_KINDS),
  day,
  /** How many others on the same step, on how many days with the same cadre, how many kilometres an hour. */
  figure: count,
  /** The sites of that day that it is about. */
  sites: z.array(z.string()),
  explanation: z.enum(EXPLANATIONS).nullable(),
  explainedAt: instant.nullable(),
};

/** D4.2 What looks odd is asked about: the cadre first, then, with the answer, the organisation. It is no penalty and in no figure. */
export const patterns = {
  /** One's own, the latest day first; `open` those without a word. */
  patterns: oc
    .errors(refusing('NOT_A_CADRE'))
    .input(z.object({ open: z.literal(true).optional(), cursor: cursor.optional() }).strict())
    .output(z.object({ items: z.array(z.object({ ...shown, until: day })), next: z.string().nullable() })),

  /** What the cadre says to it; said anew, the last word holds. */
  explain: oc
    .errors(refusing('PATTERN_NOT_FOUND', 'REQUEST_REUSED'))
    .input(z.object({ patternId: id, explanation: z.enum(EXPLANATIONS), requestId }).strict())
    .output(done),

  /** Of an organisation's cadres and of all below it: explained, or not within the days that the cadre has; the latest first. */
  patternsOf: oc
    .errors(refusing('OUT_OF_SCOPE'))
    .input(z.object({ orgId, cursor: cursor.optional() }).strict())
    .output(
      z.object({
        items: z.array(z.object({ ...shown, cadreName: z.string(), orgName: z.string() })),
        next: z.string().nullable(),
      }),
    ),
};
