import * as z from 'zod';
import { policy } from '../../config/policy';
import { count, day, id, instant, line } from '../shared';
import { CHECK_IN_REASONS, CHECK_IN_STATES, DAY_CLOCKS, SITE_KINDS } from '../words';

const { name, address } = policy.grassrootsDay.site;

export const siteKind = z.enum(SITE_KINDS);
export const checkInState = z.enum(CHECK_IN_STATES);

/** GCJ-02, as WeChat's map and phones give it; degrees. */
export const position = z
  .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
  .strict();

/** D9.2, D9.6 Where the phone is, by separate consent: used for the distance, and not kept. */
export const located = z
  .object({
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    accuracyMetres: z.number().min(0).max(100_000),
  })
  .strict();

/** What an administrator says of a site. */
export const siteFacts = {
  kind: siteKind,
  name: line(name).pipe(z.string().min(2)),
  address: line(address).pipe(z.string().min(2)),
  position: position.nullable(),
};

/** A site as every cadre sees it. */
export const site = z.object({
  siteId: id,
  kind: siteKind,
  name: z.string(),
  address: z.string(),
  orgId: count,
  orgName: z.string(),
});

/** One's own check-in. */
export const ownCheckIn = z.object({
  checkInId: id,
  site,
  /** D10.1 The day it belongs to. */
  day,
  state: checkInState,
  /** Why no code confirmed it; null when one did. */
  because: z.enum(CHECK_IN_REASONS).nullable(),
  /** Whose word made it count, or refused it; null while nobody has answered, and where the code did. */
  answeredBy: z.enum(['contact', 'administrator']).nullable(),
  /** Why it was refused. */
  reason: z.string().nullable(),
  /** D10.2 What its time rests on: that of the code's step, or that of the arrival. */
  clock: z.enum(DAY_CLOCKS),
  at: instant,
  outAt: instant.nullable(),
  /** D9.6 Null where no location was given, or the site has none. */
  distanceMetres: count.nullable(),
  /** A line about the day that nobody else reads. */
  line: z.string().nullable(),
  /** When one asked for a confirmation last. */
  askedAt: instant.nullable(),
  /** Until when it can be undone as if it had never been; null when that time is over. */
  undoUntil: instant.nullable(),
});

export type OwnCheckIn = z.infer<typeof ownCheckIn>;
