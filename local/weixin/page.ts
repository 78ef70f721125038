import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../places';
import type { Weixin } from './weixin';

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const safe = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPED[sign] ?? sign);
const time = (at: Date): string => at.toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });
const STYLE = readFileSync(join(CHECKOUT, 'local/weixin/page.css'), 'utf8');

const table = (title: string, heads: string[], rows: string[][], empty: string): string => `
    <h2>${title}</h2>
    ${
      rows.length === 0
        ? `<p>${empty}</p>`
        : `<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${rows
            .map((cells) => `<tr>${cells.map((cell) => `<td>${safe(cell)}</td>`).join('')}</tr>`)
            .join('')}</tbody></table>`
    }`;

/** What WeChat would have been asked and would have delivered, the latest first. On a laptop only. */
export const weixinPage = ({ sent, heard }: Pick<Weixin, 'sent' | 'heard'>): string => `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="data:,">
    <title>微信那一边</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <h1>微信那一边</h1>
    <p>只有这台电脑上的演示有这一页：本该由微信送出的消息，和问过微信的每一次。</p>
    ${table(
      '送出的订阅消息',
      ['时间', '给谁', '模板', '内容', '点开'],
      [...sent]
        .reverse()
        .map(({ at, openid, templateId, values, page }) => [
          time(at),
          openid,
          templateId,
          Object.values(values).join('，'),
          page,
        ]),
      '还没有送出过。',
    )}
    ${table(
      '问过微信的',
      ['时间', '哪一个接口', '问', '答'],
      [...heard].reverse().map(({ at, path, question, answer }) => [time(at), path, JSON.stringify(question), answer]),
      '还没有问过。',
    )}
  </body>
</html>
`;
