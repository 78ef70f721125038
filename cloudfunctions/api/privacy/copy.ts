import * as z from 'zod';
import { openChannel } from '../kernel/channels';
import { dayOf } from '../kernel/calendar';
import { parseCursor, printCursor } from '../kernel/cursor';
import type { Actor } from '../kernel/actor';
import { as, os, type Scene } from '../kernel/gate';
import type { Application } from '../../../types/org';
import type { Copied } from '../../../types/privacy';
import type { Service } from '../../../types/words';
import { askedOf } from './asked';
import { concernsAfter, correctionsAfter } from './store/asked';
import * as store from './store/copy';
import { blockedBy, consentsOf } from './store/record';

/** How far each list has been copied: from the beginning, after a row, or to its end. */
const BEGINNING = '';
const END = '-';
const fixed = z.enum([BEGINNING, END]);
const byId = z.union([fixed, z.uuid()]);
const copyCursor = z.tuple([
  byId,
  byId,
  z.union([fixed, z.string().regex(/^\d{1,18}$/)]),
  byId,
  byId,
  byId,
  byId,
  byId,
]);

const allFromTheBeginning: NonNullable<z.infer<typeof copyCursor>> = [
  BEGINNING,
  BEGINNING,
  BEGINNING,
  BEGINNING,
  BEGINNING,
  BEGINNING,
  BEGINNING,
  BEGINNING,
];

interface Part<Row> {
  rows: Row[];
  reached: string;
}

/** The next rows of one list, and how far it has come. */
async function part<Row extends { id: string }>(
  from: string,
  limit: number,
  rowsAfter: (after: string | null, limit: number) => Promise<Row[]>,
): Promise<Part<Row>> {
  if (from === END) return { rows: [], reached: END };
  const found = await rowsAfter(from === BEGINNING ? null : from, limit + 1);
  const rows = found.slice(0, limit);
  return { rows, reached: found.length > limit ? (rows.at(-1)?.id ?? END) : END };
}

/** D9.4 What does not grow by the day. */
async function personOf({ tx, now, today, policy, settings }: Scene, actor: Actor): Promise<Copied['person']> {
  const { personId, name, youth } = actor;
  const [facts, consents, channels, blocked, devices, applications] = await Promise.all([
    store.factsOf(tx, personId, today),
    consentsOf(tx, personId),
    store.channelsOf(tx, personId),
    blockedBy(tx, personId),
    store.devicesOf(tx, personId, now),
    store.applicationsOf(tx, personId, policy.copy.rows),
  ]);
  const { createdAt, registeredAt, ...rest } = facts;
  return {
    name,
    createdOn: dayOf(createdAt),
    youth: youth &&
      registeredAt && {
        birthMonth: youth.birthMonth.slice(0, 7),
        field: youth.field,
        unit: youth.unit,
        unitState: youth.unitState,
        registeredOn: dayOf(registeredAt),
      },
    consents: consents.map(({ version, at, withdrawnAt }) => ({
      version,
      on: dayOf(at),
      withdrawnOn: withdrawnAt && dayOf(withdrawnAt),
    })),
    channels: channels.map(({ kind, circle, sealed }) => ({
      kind,
      circle,
      value: openChannel(settings.APP_FIELD_KEY, personId, kind, sealed),
    })),
    blocked: blocked.map((one) => ({ name: one.name })),
    devices: devices.map(({ device, ...one }) => ({
      device,
      since: dayOf(one.createdAt),
      lastSeenOn: dayOf(one.lastSeenAt),
    })),
    applications: applications.map(({ org, title, service, madeAt, answer, reason }) => ({
      org,
      title,
      service: service as Service,
      madeOn: dayOf(madeAt),
      answer: answer as Application['answer'],
      reason,
    })),
    ...rest,
  };
}

const spanOf = ({ from, until }: { from: Date; until: Date | null }) => ({
  from: from.toISOString(),
  until: until && until.toISOString(),
});

export const copy = os.privacy.copy.use(as.person).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, now, policy, settings } = scene;
  const { personId } = actor;
  const { rows: many, texts: few } = policy.copy;
  const cursor = parseCursor(input.cursor, copyCursor);
  const [a, b, c, d, e, f, g, h] = cursor ?? allFromTheBeginning;
  const [person, holders, held, looks, corrections, concerns, logs, wrote, days] = await Promise.all([
    cursor ? null : personOf(scene, actor),
    part(a, many, (after, limit) => store.holdersAfter(tx, personId, after, limit)),
    part(b, many, (after, limit) => store.heldAfter(tx, personId, after, limit)),
    part(c, many, (after, limit) => store.looksAfter(tx, personId, after, limit)),
    part(d, few, (after, limit) => correctionsAfter(tx, personId, after, limit)),
    part(e, few, (after, limit) => concernsAfter(tx, personId, after, limit)),
    part(f, many, (after, limit) => store.logsAfter(tx, personId, after, limit)),
    part(g, many, (after, limit) => store.wroteAfter(tx, personId, after, limit)),
    part(h, few, (after, limit) => store.daysAfter(tx, personId, after, limit)),
  ]);
  const reached = [holders, held, looks, corrections, concerns, logs, wrote, days].map((list) => list.reached);
  return {
    at: now.toISOString(),
    person,
    holders: holders.rows.map(({ cadre, endedBy, ...row }) => ({ cadre, ...spanOf(row), endedBy })),
    held: held.rows.map(({ field, ...row }) => ({ field, ...spanOf(row) })),
    logs: logs.rows.map(({ day, cadre, task, way, text, hidden, state, proof, answer, writtenAt }) => ({
      day,
      cadre,
      task,
      way,
      text,
      hidden,
      state,
      proof,
      answer,
      writtenOn: dayOf(writtenAt),
    })),
    wrote: wrote.rows.map(({ day, task, way, late, youths, writtenAt }) => ({
      day,
      task,
      way,
      late,
      youths,
      writtenOn: dayOf(writtenAt),
    })),
    days: days.rows.map(({ day, site, at, state, reason, line, distanceMetres }) => ({
      day,
      site,
      at: at.toISOString(),
      state,
      reason,
      line,
      distanceMetres,
    })),
    looks: looks.rows.map(({ at, who, capacity, look, reason }) => ({
      at: at.toISOString(),
      who,
      capacity,
      look,
      reason,
    })),
    corrections: corrections.rows.map((row) => askedOf(row, settings)),
    concerns: concerns.rows.map((row) => askedOf(row, settings)),
    next: reached.every((one) => one === END) ? null : printCursor(...reached),
  };
});
