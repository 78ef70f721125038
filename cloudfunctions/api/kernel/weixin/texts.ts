import type { Settings } from '../settings';
import { isUnavailable } from '../unavailable';
import { unlessErrcode } from './ask';
import { askAsApp } from './token';

/** What WeChat thinks of a text; `unsure` goes to a person. */
export type TextVerdict = 'pass' | 'risky' | 'unsure';

interface Checked {
  result: { suggest: 'pass' | 'review' | 'risky' };
}

/** The person has not been in the mini-program within two hours, or the account is not of this app; or the day's quota is used up. */
const CANNOT_TELL = [40003, 43104, 45009, 61010];

const SCENE_PROFILE = 1;

/**
 * Whether others may read what somebody typed (msg_sec_check, version 2). Without an openid, and whenever WeChat does not
 * tell, as of somebody who has only been in a browser, nobody knows.
 */
export async function checkText(settings: Settings, openid: string | null, content: string): Promise<TextVerdict> {
  if (openid === null) return 'unsure';
  try {
    const { result } = await unlessErrcode(
      askAsApp<Checked>(settings, {
        method: 'POST',
        path: '/wxa/msg_sec_check',
        body: { version: 2, openid, scene: SCENE_PROFILE, content },
        repeat: true,
      }),
      CANNOT_TELL,
      { result: { suggest: 'review' as const } },
    );
    return result.suggest === 'review' ? 'unsure' : result.suggest;
  } catch (error) {
    if (isUnavailable(error)) return 'unsure';
    throw error;
  }
}
