import type { RefusalFacts, Verdict } from '../../../types/refusals';
import type { TextState } from '../../../types/words';
import { callerKey, declareActor } from './actor';
import { dayOf } from './calendar';
import { heed } from './errors';
import { os, type Call } from './gate';
import { logFailure } from './log';
import { checkText, type TextVerdict } from './weixin/texts';

/** Which text of a call it is: what is refused is named. */
export type TextPart = RefusalFacts<'TEXT_RISKY'>['text'];
type Texts<Part extends TextPart = TextPart> = Readonly<Record<Part, string | null>>;
type Verdicts = Partial<Record<TextPart, TextVerdict>>;

/** What WeChat calls risky is not taken at all: null when it may be kept. */
export const textVerdict = (text: TextPart, verdict: TextVerdict): Verdict | null =>
  verdict === 'risky' ? { refuse: 'TEXT_RISKY', text } : null;

/** Others see what WeChat passes; where it does not tell, a person reads first. */
export const stateOf = (verdict: TextVerdict): TextState => (verdict === 'pass' ? 'shown' : 'waiting');

/** Thrown out of a transaction that got as far as a text: WeChat is asked, and then it is run again. */
class Unread extends Error {
  override name = 'Unread';

  constructor(readonly texts: Partial<Texts>) {
    super('a text has not been put before WeChat');
  }
}

/** Null, where nothing was typed, is shown: there is nothing to see. */
const opinions =
  (verdicts: Verdicts | null) =>
  <Part extends TextPart>(texts: Texts<Part>): Record<Part, TextState> => {
    const parts = Object.entries<string | null>(texts) as [Part, string | null][];
    if (!verdicts && parts.some(([, text]) => text)) throw new Unread(texts);
    const judged = parts.map(([part, text]) => [part, text ? (verdicts?.[part] ?? 'unsure') : 'pass'] as const);
    for (const [part, verdict] of judged) heed(textVerdict(part, verdict));
    return Object.fromEntries(judged.map(([part, verdict]) => [part, stateOf(verdict)])) as Record<Part, TextState>;
  };

/** What is thought of the texts of this call, to be asked in the write. */
export type Reading = ReturnType<typeof opinions>;

type Asker = Pick<Call, 'house' | 'identity' | 'now'>;

/** The account of our mini-program, which WeChat is asked about; a session does not say it, and it is looked up. */
async function openidOf({ house: { database, settings }, identity, now }: Asker): Promise<string | null> {
  if (identity.kind === 'nobody') return null;
  if (identity.kind === 'newcomer') return identity.account.openid;
  if (identity.account) return identity.account.openid;
  const { personId } = identity;
  const account = await database.transaction(async (tx) => {
    const [, found] = await Promise.all([
      declareActor(tx, personId, callerKey(identity, settings), dayOf(now)),
      tx
        .selectFrom('account')
        .select('openid')
        .where('person_id', '=', personId)
        .where('app_id', '=', settings.APP_WX_APPID)
        .executeTakeFirst(),
    ]);
    return found;
  });
  return account?.openid ?? null;
}

/** A fault of ours shuts nobody out: it is written down, and a person reads. */
async function ask(asker: Asker, texts: Partial<Texts>): Promise<Verdicts> {
  const { settings } = asker.house;
  const openid = await openidOf(asker);
  const asked = Object.entries(texts).map(async ([part, text]) => {
    if (!text) return [part, 'pass'];
    const verdict = await checkText(settings, openid, text).catch((error: unknown) => {
      logFailure(error, { operation: 'reading a text' });
      return 'unsure';
    });
    return [part, verdict];
  });
  return Object.fromEntries(await Promise.all(asked)) as Verdicts;
}

/**
 * Before the gate, for what somebody types and others read: `.use(readsTexts).use(as.youth)`, and in the write, after
 * all that refuses anyway, `read({ unit })`: refuses what is risky, and says of the rest whether it is shown or waits.
 * The first time, that ends the transaction with nothing written, WeChat is asked while no connection waits, and all is
 * run again. A request that was done before never gets as far, so that it is answered as it was.
 */
export const readsTexts = os.middleware(async ({ context: asker, next }) => {
  try {
    return await next({ context: { read: opinions(null) } });
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    return next({ context: { read: opinions(await ask(asker, error.texts)) } });
  }
});
