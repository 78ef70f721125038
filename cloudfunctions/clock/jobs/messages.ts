import { randomUUID } from 'node:crypto';
import { policy } from '../../../config/policy';
import { contentOf, offeredMessages } from '../../api/kernel/messages';
import { logFailure } from '../../api/kernel/log';
import { sendMessage, type Sent } from '../../api/kernel/weixin/messages';
import type { Job, Result, Work } from '../job';
import * as queue from '../queue';
import type { ClockSettings } from '../settings';

/** The one run of all times, which is never finished: new messages come. */
const ALWAYS = 'always';

/** Sends the messages that wait, a few at a time. */
export const messages = (settings: ClockSettings): Job => ({
  name: 'messages',
  periodOf: () => ALWAYS,
  run: (work) => sendWaiting(work, settings),
});

/** A batch at its slowest: the claim 5 s, the access token twice 5 s, the sending 5 s, and the statements around it. */
const BATCH_MS = 25_000;

type Ended = Sent | { outcome: 'gone' };

async function sendOne({ db }: Work, settings: ClockSettings, claim: string, message: queue.Claimed): Promise<Ended> {
  const content = contentOf(message, settings);
  const openid = content && (await queue.begin(db, message.id, claim));
  // The claim has run out, or the account went meanwhile and the message with it.
  if (!openid) return { outcome: 'gone' };
  const sent = await sendMessage(settings, { openid, ...content });
  if (sent.outcome === 'notSent') await queue.again(db, message.id, claim, policy.messages.againSeconds);
  else await queue.end(db, message.id, claim, sent.outcome);
  return sent;
}

/** Ends before its time when WeChat would not send something or nobody knows: the next run may be luckier. */
export async function sendWaiting(work: Work, settings: ClockSettings): Promise<Result> {
  const { batch, perRun } = policy.messages;
  const kinds = Object.keys(offeredMessages(settings));
  const counts: Record<string, number> = {};
  for (let taken = 0; taken < perRun && work.hasTime(BATCH_MS); taken += batch) {
    const claim = randomUUID();
    const claimed = await queue.claim(work.db, claim, settings.APP_WX_APPID, kinds);
    // One that fails leaves the others to their ends: what is begun and not ended is never sent again.
    const ended = await Promise.allSettled(claimed.map((message) => sendOne(work, settings, claim, message)));
    const outcomes = ended.map((one) => {
      if (one.status === 'rejected') throw one.reason;
      return one.value;
    });
    for (const { outcome } of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
    // Of several that went wrong together one tells why.
    const wrong = outcomes.find((one) => 'why' in one);
    if (wrong && 'why' in wrong) logFailure(wrong.why, { operation: 'clock.messages' });
    if (claimed.length < batch || counts.notSent || counts.unknown) break;
  }
  return { finished: false, counts };
}
