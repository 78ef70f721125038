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

const THING_LENGTH = 20;
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
    const tooLong = Object.entries(values).find(
      ([key, value]) => key.startsWith('thing') && value.length > THING_LENGTH,
    );
    if (tooLong) return JSON.stringify(no(47003, `argument invalid! data.${tooLong[0]}.value invalid`));
    const left = accepted.get(keyOf(touser, templateId)) ?? 0;
    if (left === 0) return JSON.stringify(no(43101, 'user refuse to accept the msg'));
    accepted.set(keyOf(touser, templateId), left - 1);
    sent.push({ at: new Date(), openid: touser, templateId, page, values });
    return `{"errcode":0,"errmsg":"ok","msgid":${FIRST_ID + BigInt(sent.length)}}`;
  }

  return { accept, send, sent };
}
