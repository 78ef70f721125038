import { uuidv7 } from 'uuidv7';
import type { Walk } from './walk';

/** A cadre and a youth who are in contact, today. */
export interface Two {
  cadre: string;
  youth: string;
  contactId: string;
  today: string;
}

type Quarter = { voice: { logs: number } };
type Told = { logId: string; state: string; proof: string | null };
type Items<Item> = { items: Item[] };

/** A log is told, disputed, answered, settled, proved by a live code and taken back; the quarter follows at each step. */
export async function logs(walk: Walk, { cadre, youth, contactId, today }: Two): Promise<void> {
  const counts = (n: number) => walk.step<Quarter>('contactLog.quarter', {}, cadre, ({ voice }) => voice.logs === n);
  const before = await walk.step<Quarter>('contactLog.quarter', {}, cadre, () => true);
  const n = before.voice.logs;

  const said = { task: 'listening', way: 'faceToFace', activity: false, day: today, text: '', contactIds: [contactId] };
  const request = { ...said, requestId: uuidv7() };
  const { logId } = await walk.step<{ logId: string }>('contactLog.write', request, cadre, (log) => log.logId !== '');
  await walk.step<{ logId: string }>('contactLog.write', request, cadre, (again) => again.logId === logId);
  await counts(n + 1);
  await walk.step<Items<Told>>('contactLog.aboutMe', {}, youth, ({ items }) => items[0]?.logId === logId);

  const about = () => ({ logId, requestId: uuidv7() });
  await walk.step<Told>('contactLog.dispute', about(), youth, ({ state }) => state === 'disputed');
  await counts(n);
  await walk.step<object>('contactLog.answer', { ...about(), contactId, text: '冒烟' }, cadre, () => true);
  await walk.step<Told>('contactLog.settle', { ...about(), wasMe: true }, youth, ({ state }) => state === 'confirmed');
  await counts(n + 1);

  const live = { kind: 'cadre', live: true };
  type Codes = { codes: { text: string }[] };
  const { codes } = await walk.step<Codes>('contact.code', live, cadre, (output) => output.codes.length > 0);
  const met = { text: codes[0]?.text, requestId: uuidv7() };
  await walk.step<{ logs: number }>('contactLog.meet', met, youth, (meeting) => meeting.logs === 1);
  await walk.step<Items<Told>>('contactLog.aboutMe', {}, youth, ({ items }) => items[0]?.proof === 'code');

  await walk.step<object>('contactLog.remove', about(), cadre, () => true);
  await counts(n);
  await walk.step<Items<Told>>('contactLog.aboutMe', {}, youth, ({ items }) => items.length === 0);
}
