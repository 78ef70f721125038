import { randomUUID } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Two } from './logs';
import type { Walk } from './walk';

/** An administrator finds a text in the queue and lets it be shown. */
async function allowText(walk: Walk, administrator: string, wanted: string): Promise<void> {
  type Texts = { items: { textId: string; text: string }[] };
  const { items } = await walk.step<Texts>('privacy.texts', {}, administrator, (texts) =>
    texts.items.some(({ text }) => text === wanted),
  );
  const textId = items.find(({ text }) => text === wanted)?.textId;
  const answer = { textId, show: true, requestId: uuidv7() };
  await walk.step<object>('privacy.answerText', answer, administrator, () => true);
}

/**
 * What the youth types is seen by others when WeChat passes it, and else when an administrator who may has read it. The
 * laptop's WeChat passes what a phone sends that has just signed in, and is not sure of 存疑; a real one answers as it
 * likes.
 */
export async function textRead(walk: Walk, administrator: string, youth: string, onLaptop: boolean): Promise<void> {
  type Own = { unitState: string };
  const writes = async (unit: string, states: string[]) =>
    walk.step<Own>('privacy.correct', { field: 'newMedia', unit, requestId: uuidv7() }, youth, ({ unitState }) =>
      states.includes(unitState),
    );
  const plain = `冒烟 ${randomUUID().slice(0, 8)}`;
  const { unitState } = await writes(plain, onLaptop ? ['shown'] : ['shown', 'waiting']);
  if (!onLaptop && unitState === 'shown') return;
  const unit = onLaptop ? `存疑 ${plain}` : plain;
  if (onLaptop) await writes(unit, ['waiting']);
  await allowText(walk, administrator, unit);
  type Mine = { youth: { unitState: string } | null };
  await walk.step<Mine>('org.me', {}, youth, (me) => me.youth?.unitState === 'shown');
}

/** A log's line, in the same way: the youth reads what WeChat passes, and what it is not sure of when somebody has read it. */
export async function lineRead(
  walk: Walk,
  administrator: string,
  { cadre, youth, contactId, today }: Two,
): Promise<void> {
  type About = { items: { logId: string; text: string | null }[] };
  const reads = (logId: string, text: string | null) =>
    walk.step<About>('contactLog.aboutMe', {}, youth, ({ items }) =>
      items.some((log) => log.logId === logId && log.text === text),
    );
  const said = { task: 'help', way: 'phone', activity: false, day: today, contactIds: [contactId] };
  const writes = async (text: string, state: string) => {
    const request = { ...said, text, requestId: uuidv7() };
    const { logId } = await walk.step<{ logId: string }>('contactLog.write', request, cadre, (log) => log.logId !== '');
    await walk.step<{ log: { textState: string } }>(
      'contactLog.one',
      { logId },
      cadre,
      ({ log }) => log.textState === state,
    );
    return logId;
  };
  const plain = `冒烟 ${randomUUID().slice(0, 8)}`;
  const shown = await writes(plain, 'shown');
  await reads(shown, plain);
  const text = `存疑 ${plain}`;
  const waiting = await writes(text, 'waiting');
  await reads(waiting, null);
  await allowText(walk, administrator, text);
  await reads(waiting, text);
  for (const logId of [shown, waiting])
    await walk.step<object>('contactLog.remove', { logId, requestId: uuidv7() }, cadre, () => true);
}
