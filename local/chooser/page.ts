import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from 'sass';
import type { Field } from '../../types/words';
import { CHECKOUT } from '../places';

export interface Choice {
  key: string;
  name: string;
  group: Group;
  field: Field | null;
  line: string;
  note: string;
}

type Group = 'cadre' | 'youth' | 'special';

const GROUPS: Record<Group, string> = {
  cadre: '团干部与管理员',
  youth: '青年',
  special: '未成年，和满 36 岁的',
};

const STYLE = compile(join(CHECKOUT, 'local/chooser/style.scss')).css;
const MARK = readFileSync(join(CHECKOUT, 'local/chooser/mark.svg'), 'utf8');
const INFO = readFileSync(join(CHECKOUT, 'local/chooser/info.svg'), 'utf8');

/** The page on which somebody at this laptop takes the part of one of the demo's people. */
export const chooserPage = (choices: readonly Choice[]): string => `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="data:,">
    <title>选择身份</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <header>
      <div class="title">
        ${MARK}
        <div>
          <h1>到青年中去</h1>
          <p>选一个人，用这个人的身份看看</p>
        </div>
      </div>
      <p class="note">${INFO}<span>只有这台电脑上的演示有这一步，人都是编的。真实使用时由微信确认你是谁。</span></p>
    </header>
    <form method="post" action="/local/as">
      ${(Object.keys(GROUPS) as Group[]).map((group) => section(group, choices)).join('')}
    </form>
    <footer>想同时看两边：再开一个浏览器窗口（无痕窗口，或另一个浏览器），各选一个人，一个出示码，一个扫。</footer>
  </body>
</html>
`;

const section = (group: Group, choices: readonly Choice[]): string => `
      <section>
        <h2>${GROUPS[group]}</h2>
        ${choices
          .filter((choice) => choice.group === group)
          .map(person)
          .join('')}
      </section>`;

const person = ({ key, name, field, line, note }: Choice): string => `
        <button class="person" name="key" value="${escapeHtml(key)}">
          <span class="avatar${field ? ` f-${field}` : ''}" aria-hidden="true">${escapeHtml(name.slice(-1))}</span>
          <span>
            <span class="name">${escapeHtml(name)}</span>
            <span class="line">${escapeHtml(line)}</span>
            <span class="remark">${escapeHtml(note)}</span>
          </span>
        </button>`;

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
