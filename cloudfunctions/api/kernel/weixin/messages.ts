import type { Settings } from '../settings';
import { unlessErrcode } from './ask';
import { askAsApp } from './token';

export interface Message {
  openid: string;
  templateId: string;
  /** The page that a tap opens. */
  page: string;
  /** By the template's keys, `thing1`; each kind has a length of its own. */
  data: Record<string, string>;
}

/** Refused, no acceptance left, or an account of another app. */
const NOT_ALLOWED = [40003, 43101, 43104];

/**
 * Sends a subscribe message. False when the person does not want it: expected, and never tried again. It is not
 * repeated by itself: a lost answer may have been a message.
 */
export async function sendMessage(settings: Settings, { openid, templateId, page, data }: Message): Promise<boolean> {
  const said = await unlessErrcode(
    askAsApp<object>(settings, {
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
    }),
    NOT_ALLOWED,
    null,
  );
  return said !== null;
}

const STATE_OF = { release: 'formal', trial: 'trial', develop: 'developer' } as const;
