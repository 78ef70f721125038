import type { Registered } from '../../types/contact';
import { outputOf, type Api, type Heard } from './api';
import type { Crowd } from './crowd';
import { rid } from './house';

/** Somebody's scan of a code, with the id that every repetition of it has. */
export interface Scan {
  who: { openid: string };
  text: string;
  requestId: string;
}

const CALLERS = 20;

/**
 * The scans that give every youth the three holders there is room for: two cadres scan the youth, who scans a third.
 */
export async function scansOf(api: Api, { cadres, youths }: Crowd): Promise<Scan[]> {
  const codeOf = async (who: { openid: string }, kind: 'youth' | 'cadre') =>
    outputOf(await api.ask(who, 'contact.code', { kind })).codes[0]?.text ?? '';
  const standing = await Promise.all(cadres.map((cadre) => codeOf(cadre, 'cadre')));
  const live = await Promise.all(youths.map((youth) => codeOf(youth, 'youth')));
  const at = <T>(list: T[], i: number): T => list[i % list.length] as T;
  return youths.flatMap((youth, i) => [
    { who: at(cadres, i), text: at(live, i), requestId: rid() },
    { who: at(cadres, i + 1), text: at(live, i), requestId: rid() },
    { who: youth, text: at(standing, i + 2), requestId: rid() },
  ]);
}

/** What was heard to a scan, and how long that took. */
export interface Told {
  scan: Scan;
  heard: Heard<Registered>;
  ms: number;
}

/** Sends all scans, twenty callers at a time; after every one, tells how many have been acknowledged. */
export async function burst(api: Api, scans: Scan[], onAcknowledged?: (soFar: number) => void): Promise<Told[]> {
  const waiting = [...scans];
  const told: Told[] = [];
  let acknowledged = 0;
  const caller = async () => {
    for (let scan = waiting.shift(); scan; scan = waiting.shift()) {
      const { who, text, requestId } = scan;
      const since = Date.now();
      const reply = await api.ask(who, 'contact.register', { text, requestId });
      told.push({ scan, heard: reply, ms: Date.now() - since });
      if ('output' in reply) onAcknowledged?.(++acknowledged);
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  return told;
}

/** The part of an answer that does not change while others add contacts. */
const lasting = ({ kind, contactId, name, undoUntil }: Registered) => ({ kind, contactId, name, undoUntil });

/** The answers of those that were told it is done. */
export const acknowledged = (told: Told[]) =>
  new Map(told.flatMap(({ scan, heard }) => ('output' in heard ? [[scan, lasting(heard.output)] as const] : [])));

/** What the others were told. */
export const failures = (told: Told[]): string[] => [
  ...new Set(told.flatMap(({ heard }) => ('code' in heard ? [heard.code] : []))),
];
