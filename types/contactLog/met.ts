import { oc } from '@orpc/contract';
import * as z from 'zod';
import { refusing } from '../refusals';
import { count, day, id, requestId, scanned } from '../shared';

export const met = {
  /**
   * D2.3 One of the two scans the other's live code: this proves that they met on that day, and every log of theirs that
   * says so, written before or after. A code that comes too late (D4.2) proves nothing; then the youth's tap does.
   */
  meet: oc
    .errors(
      refusing(
        'NOT_A_CADRE',
        'NOT_A_YOUTH',
        'CODE_FOREIGN',
        'CODE_OF_SITE',
        'CODE_UNKNOWN',
        'CODE_EXPIRED',
        'CODE_AHEAD',
        'CODE_NOT_LIVE',
        'CONTACT_SELF',
        'CONTACT_NOT_FOUND',
        'REQUEST_REUSED',
      ),
    )
    .input(z.object({ text: scanned, requestId }).strict())
    .output(
      z.object({
        contactId: id,
        /** Of the other one. */
        name: z.string(),
        day,
        /** How many logs this proves. */
        logs: count,
      }),
    ),
};
