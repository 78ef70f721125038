import { randomBytes } from 'node:crypto';
import { APP_ID } from '../host/functions';
import { no } from './say';

const LIFE_SECONDS = 7200;

interface Asked {
  grant_type?: string;
  appid?: string;
  secret?: string;
}

/** `POST /cgi-bin/stable_token`: the same token for everybody who asks, until it ends. */
export function makeToken(secret: string) {
  let token = { text: '', until: 0 };

  function issue({ grant_type, appid, secret: given }: Asked): object {
    if (grant_type !== 'client_credential') return no(40002, 'invalid grant_type');
    if (appid !== APP_ID) return no(40013, 'invalid appid');
    if (given !== secret) return no(40125, 'invalid appsecret');
    const now = Date.now();
    if (token.until <= now)
      token = { text: `86_${randomBytes(48).toString('base64url')}`, until: now + LIFE_SECONDS * 1000 };
    return { access_token: token.text, expires_in: Math.ceil((token.until - now) / 1000) };
  }

  return {
    issue,
    isGood: (text: string | null): boolean => text === token.text && Date.now() < token.until,
    /** As when another program has forced a new one. */
    end: () => (token = { text: '', until: 0 }),
  };
}
