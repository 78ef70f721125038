import * as z from 'zod';
import { readAs } from '../api/kernel/settings';

/** The database under the clock's own role; the driver reads them itself. The clock holds no key. */
const settings = z.object({
  PGHOST: z.string().min(1),
  PGPORT: z.string().regex(/^\d+$/, 'must be a number'),
  PGDATABASE: z.string().min(1),
  PGUSER: z.string().min(1),
  PGPASSWORD: z.string().min(1),
});

/** Before the first run, so that a missing one is named and not found out by a failing connection. */
export const checkSettings = (env: Record<string, string | undefined>): void => void readAs(settings, env);
