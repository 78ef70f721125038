import { randomUUID } from 'node:crypto';
import { no, yes } from './say';

interface Asked {
  version?: number;
  openid?: string;
  scene?: number;
  content?: string;
}

const LONGEST = 2_500;
const NORMAL = 100;
const ABUSE = 20_003;

/** What stands in a text for WeChat's opinion of it. */
const SIGNS = [
  ['违规', 'risky', ABUSE],
  ['存疑', 'review', ABUSE],
] as const;

/** `POST /wxa/msg_sec_check`, of somebody who has been in the mini-program lately. */
export function checkText(
  { version, openid = '', scene = 0, content = '' }: Asked,
  wasHere: (openid: string) => boolean,
) {
  if (version !== 2) return no(47001, 'data format error');
  if (!content || content.length > LONGEST) return no(44002, 'empty post data');
  if (scene < 1 || scene > 4) return no(40129, 'invalid scene');
  if (!wasHere(openid)) return no(61010, 'code is expired');
  const [, suggest, label] = SIGNS.find(([sign]) => content.includes(sign)) ?? ['', 'pass', NORMAL];
  return {
    ...yes,
    trace_id: randomUUID(),
    result: { suggest, label },
    detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
  };
}
