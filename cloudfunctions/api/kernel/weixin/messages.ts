import type { WeixinSettings } from '../settings';
import { wasNotDone } from '../unavailable';
import { WeixinError } from './ask';
import { askAsApp } from './token';

export interface Message {
  openid: string;
  templateId: string;
  /** The page that a tap opens. */
  page: string;
  /** By the template's keys, `thing1`; each kind has a length of its own. */
  data: Record<string, string>;
}

/**
 * What became of a message: sent; not wanted by its person, which is expected; not sent, so that it may be tried again;
 * or nobody knows, since a lost answer may have been a message. `why` is for the log.
 */
export type Sent = { outcome: 'sent' | 'unwanted' } | { outcome: 'notSent' | 'unknown'; why: unknown };

/** Refused, no acceptance left, or an account of another app. */
const NOT_ALLOWED = [40003, 43101, 43104, 43107];

function afterFailure(why: unknown): Sent {
  if (why instanceof WeixinError)
    return NOT_ALLOWED.includes(why.errcode) ? { outcome: 'unwanted' } : { outcome: 'notSent', why };
  return { outcome: wasNotDone(why) ? 'notSent' : 'unknown', why };
}

/** Sends a subscribe message, at most once: it is never repeated by itself. */
export async function sendMessage(
  settings: WeixinSettings,
  { openid, templateId, page, data }: Message,
): Promise<Sent> {
  try {
    await askAsApp<object>(settings, {
      method: 'POST',
      path: '/cgi-bin/message/subscribe/send',
      body: {
        touser: openid,
        template_id: templateId,
        page,
        miniprogram_state: STATE_OF[settings.APP_WX_VERSION],
        lang: 'zh_CN',
        data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }])),
      },
    });
    return { outcome: 'sent' };
  } catch (error) {
    return afterFailure(error);
  }
}

const STATE_OF = { release: 'formal', trial: 'trial', develop: 'developer' } as const;
