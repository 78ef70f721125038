import { oc } from '@orpc/contract';
import * as z from 'zod';
import { refusing } from './refusals';
import { count, day, empty, field, id, instant, requestId } from './shared';
import { LOOKS } from './words';

export const notice = z.object({
  version: z.number().int(),
  from: day,
  /** The five plain answers: who, what, how long, which rights, what is never taken. */
  answers: z.array(
    z.object({ key: z.enum(['who', 'what', 'howLong', 'rights', 'never']), title: z.string(), text: z.string() }),
  ),
  /** The whole text, a paragraph an entry. */
  full: z.array(z.object({ title: z.string(), text: z.string() })),
});

/** D9.8 Looks of one viewer on one day stand together: the last, and how many. A reveal has its reason (D9.7). */
const look = z.object({
  at: instant,
  who: z.string(),
  capacity: z.string(),
  look: z.enum(LOOKS),
  reason: z.string().nullable(),
  times: count,
});

export const privacy = {
  /** D9.1 The notice in force. Anybody may read it before anything is stored. */
  notice: oc.errors(refusing()).input(empty).output(notice),

  /** D9.1 A positive tap on a newer version of the notice. */
  agree: oc
    .errors(refusing('NOT_A_YOUTH', 'NOTICE_OUTDATED', 'REQUEST_REUSED'))
    .input(z.object({ version: z.number().int(), requestId }).strict())
    .output(z.object({ version: z.number().int() })),

  /** D9.4 What is held on me, who looked at it in the last thirty days, whom I have blocked. */
  record: oc
    .errors(refusing('NOT_A_YOUTH'))
    .input(empty)
    .output(
      z.object({
        youth: z.object({
          name: z.string(),
          birthMonth: z.string(),
          field,
          unit: z.string().nullable(),
          registeredOn: day,
        }),
        consents: z.array(z.object({ version: z.number().int(), on: day })),
        looks: z.array(look),
        blocked: z.array(z.object({ cadreId: id, name: z.string() })),
      }),
    ),

  /** D9.8 Who looked at me in the last thirty days, whoever I am. */
  looks: oc
    .errors(refusing())
    .input(empty)
    .output(z.object({ looks: z.array(look) })),
};

export type Look = z.infer<typeof look>;
export type Notice = z.infer<typeof notice>;
