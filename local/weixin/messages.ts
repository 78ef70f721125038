import { TEMPLATES } from '../host/functions';
import { no } from './say';

interface Asked {
  touser?: string;
  template_id?: string;
  page?: string;
  data?: Record<string, { value?: string }>;
}

export interface SentMessage {
  at: Date;
  openid: string;
  templateId: string;
  page: string;
  values: Record<string, string>;
}

/** What WeChat takes for a value, by the letters of its key. */
const FORMS: Record<string, RegExp> = {
  thing: /^.{1,20}$/u,
  time: /^(\d{4}年\d{1,2}月\d{1,2}日 )?\d{1,2}:\d{2}$/,
};
const fits = (key: string, value: string): boolean => FORMS[key.replace(/\d+$/, '')]?.test(value) ?? false;
const keysOf = (templateId: string) => Object.values(TEMPLATES).find(({ id }) => id === templateId)?.keys;

/** WeChat's ids are larger than what a JavaScript number holds. */
const FIRST_ID = 1_988_810_812_324_364_291n;

/** `POST /cgi-bin/message/subscribe/send`: one acceptance is one message. */
export function makeMessages() {
  const accepted = new Map<string, number>();
  const sent: SentMessage[] = [];
  const keyOf = (openid: string, templateId: string) => `${openid} ${templateId}`;

  /** As when somebody taps 允许 in WeChat's window. */
  function accept(openid: string, templateId: string): void {
    const key = keyOf(openid, templateId);
    accepted.set(key, (accepted.get(key) ?? 0) + 1);
  }

  /** The answer as text, since its number does not survive being parsed. */
  function send({ touser = '', template_id: templateId = '', page = '', data = {} }: Asked): string {
    const values = Object.fromEntries(Object.entries(data).map(([key, { value = '' }]) => [key, value]));
    const keys = keysOf(templateId);
    if (!keys) return JSON.stringify(no(40037, 'template_id is invalid'));
    if (page.startsWith('/')) return JSON.stringify(no(41030, 'invalid page'));
    const wrong = keys.find((key) => !fits(key, values[key] ?? ''));
    if (wrong) return JSON.stringify(no(47003, `argument invalid! data.${wrong}.value invalid`));
    const left = accepted.get(keyOf(touser, templateId)) ?? 0;
    if (left === 0) return JSON.stringify(no(43101, 'user refuse to accept the msg'));
    accepted.set(keyOf(touser, templateId), left - 1);
    sent.push({ at: new Date(), openid: touser, templateId, page, values });
    return `{"errcode":0,"errmsg":"ok","msgid":${FIRST_ID + BigInt(sent.length)}}`;
  }

  return { accept, send, sent };
}
