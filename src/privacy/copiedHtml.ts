import type { Asked } from '../../types/privacy';
import type { CheckInState } from '../../types/words';
import { explanationWords, patternWords } from '@/days/patternWords';
import { leaveWords } from '@/lib/leaveWords';
import { askedWords, birthInWords, stateInWords } from '@/lib/asked';
import { dayOf, timeOf, wholeDay } from '@/lib/day';
import {
  channelWords,
  circleWords,
  fieldWords,
  lookWords,
  messageWords,
  outcomeWords,
  serviceWords,
  textStateWords,
} from '@/lib/words';
import { taskWords, wayWords } from '@/lib/logWords';
import type { Copy } from './copied';

type Line = readonly [title: string, text: string];

/** A part of the copy: its title and lines. */
export interface Section {
  title: string;
  lines: Line[];
}

const nobody = '已注销的人';
const answerWords = { open: '等答复', approved: '通过了', refused: '没有通过', withdrawn: '撤回了' };
const endWords: Record<string, string> = {
  left: '离开',
  undone: '撤销',
  handedOver: '对方离任，你选了别人接着联系',
  lapsed: '对方离任，没有再选',
};

const span = (from: string, until: string | null): string => `${wholeDay(from)}到${until ? wholeDay(until) : '现在'}`;
const moments = (from: string, until: string | null): string => span(dayOf(from), until && dayOf(until));

const ofAsked = (asked: Asked): Line => {
  const told = asked.kind === 'concern' && asked.text ? `。${asked.text}` : '';
  const answer = asked.answer ? `。答复：${asked.answer}` : '';
  return [`${wholeDay(asked.askedOn)} ${askedWords(asked)}`, `${stateInWords(asked)}${told}${answer}`];
};

const ofUnit = ({
  unit,
  unitState,
}: Pick<NonNullable<NonNullable<Copy['person']>['youth']>, 'unit' | 'unitState'>): string =>
  unit ? [unit, textStateWords[unitState]].filter(Boolean).join('。') : '没有填';

const ofPerson = (person: NonNullable<Copy['person']>): Line[] => [
  ['姓名', person.name],
  ['建立', wholeDay(person.createdOn)],
  ...person.accounts.map((account): Line => ['微信给的编号', account]),
  ...(person.youth
    ? ([
        ['出生年月', birthInWords(person.youth.birthMonth)],
        ['领域', fieldWords[person.youth.field]],
        ['单位', ofUnit(person.youth)],
        ['登记', wholeDay(person.youth.registeredOn)],
      ] as const)
    : []),
  ...person.fields.map(({ field, fromDay }): Line => [`${wholeDay(fromDay)}起的领域`, fieldWords[field]]),
  ...person.posts.map(({ org, title, service, fromDay, untilDay }): Line => [
    '职务',
    `${org} ${title}，${serviceWords[service]}，${span(fromDay, untilDay)}`,
  ]),
  ...person.administers.map(({ org, fromDay, untilDay }): Line => ['管理', `${org}，${span(fromDay, untilDay)}`]),
  ...(person.approvedForMinors ? ([['可以联系未成年人', '已批准']] as const) : []),
  ...person.channels.map(({ kind, circle, value }): Line => [
    channelWords[kind],
    `${value}，给${circleWords[circle]}看`,
  ]),
  ...person.locations.map(({ on, allowed }): Line => [
    wholeDay(on),
    allowed ? '同意报到时带上位置' : '不同意报到时带上位置',
  ]),
  ...person.blocked.map(({ name }): Line => ['不能再添加你的', name]),
  ...person.allowedMessages.map(({ kind, permits }): Line => [`还可以发你的${messageWords[kind]}`, `${permits} 次`]),
  ...person.messages.map(({ kind, on, outcome }): Line => [
    `${wholeDay(on)}的${messageWords[kind]}`,
    outcomeWords[outcome],
  ]),
];

const saidWords: Record<Copy['logs'][number]['state'], string | null> = {
  unanswered: null,
  confirmed: '你已确认',
  disputed: '你说不是',
  answered: '你说不是，对方答复了',
  struck: '不算你',
};

const proofWords = { code: '扫过码', tap: '你点了确认' } as const;

const ofLog = ({
  day,
  cadre,
  task,
  way,
  text,
  hidden,
  state,
  proof,
  answer,
  writtenOn,
}: Copy['logs'][number]): Line => [
  wholeDay(day),
  [
    `${cadre ?? nobody}，${wayWords[way]}，${taskWords[task]}，${wholeDay(writtenOn)}记下`,
    hidden ? '文字由你藏起' : text,
    saidWords[state],
    proof && proofWords[proof],
    answer && `对方答复：${answer}`,
  ]
    .filter(Boolean)
    .join('。'),
];

const dayStateWords: Record<CheckInState, string> = { confirmed: '算一天', unconfirmed: '待确认', refused: '没有算' };

/** D9.4 The copy as one reads it. What is empty is left out. */
export const sectionsOf = (copy: Copy): Section[] =>
  [
    { title: '资料', lines: copy.person ? ofPerson(copy.person) : [] },
    {
      title: '同意',
      lines: (copy.person?.consents ?? []).map(({ version, on, withdrawnOn }): Line => [
        `第 ${version} 版`,
        `${wholeDay(on)}同意${withdrawnOn ? `，${wholeDay(withdrawnOn)}撤回` : ''}`,
      ]),
    },
    {
      title: '联系过你的团干部',
      lines: copy.holders.map(({ cadre, from, until, endedBy }): Line => [
        cadre ?? nobody,
        `${moments(from, until)}${endedBy ? `，${endWords[endedBy] ?? '结束'}` : ''}`,
      ]),
    },
    {
      title: '你联系的青年，不含姓名',
      lines: copy.held.map(({ field, from, until }): Line => [fieldWords[field], moments(from, until)]),
    },
    { title: '关于你的记录', lines: copy.logs.map(ofLog) },
    {
      title: '你记下的，不含姓名',
      lines: copy.wrote.map(({ day, task, way, youths, late, writtenOn }): Line => [
        wholeDay(day),
        `${wayWords[way]}，${taskWords[task]}，${youths} 位，${wholeDay(writtenOn)}记下${late ? '，补记' : ''}`,
      ]),
    },
    {
      title: '扫码见面的日子',
      lines: (copy.person?.meetings ?? []).map(({ on, who }): Line => [wholeDay(on), who ?? '不含姓名']),
    },
    {
      title: '请过的假',
      lines: (copy.person?.leaves ?? []).map(({ from, until, state, on, reason }): Line => [
        `${wholeDay(from)}到${wholeDay(until)}`,
        `${wholeDay(on)}提出，${leaveWords[state]}${reason ? `：${reason}` : ''}`,
      ]),
    },
    {
      title: '到基层报到',
      lines: copy.days.map(({ day, site, state, reason, line, distanceMetres }): Line => [
        wholeDay(day),
        [
          `${site}，${dayStateWords[state]}${reason ? `：${reason}` : ''}`,
          distanceMetres !== null && `离地点 ${distanceMetres} 米`,
          line,
        ]
          .filter(Boolean)
          .join('。'),
      ]),
    },
    {
      title: '谁看过你',
      lines: copy.looks.map(({ at, who, capacity, look, reason }): Line => [
        `${wholeDay(dayOf(at))} ${timeOf(Date.parse(at))}`,
        `${who ?? nobody}${capacity ? `（${capacity}）` : ''}${lookWords[look]}${reason ? `。原因：${reason}` : ''}`,
      ]),
    },
    {
      title: '报到里请你说明的',
      lines: (copy.person?.patterns ?? []).map((pattern): Line => [
        patternWords(pattern),
        pattern.explanation ? `你说：${explanationWords[pattern.explanation]}` : '没有说明',
      ]),
    },
    {
      title: '登录着的设备',
      lines: (copy.person?.devices ?? []).map(({ device, since, lastSeenOn }): Line => [
        device || '没有名字的设备',
        `${wholeDay(since)}登录，最近用过：${wholeDay(lastSeenOn)}`,
      ]),
    },
    {
      title: '申请过的职务',
      lines: (copy.person?.applications ?? []).map(({ org, title, service, madeOn, answer, reason }): Line => [
        wholeDay(madeOn),
        `${org} ${title}，${serviceWords[service]}，${answerWords[answer ?? 'open']}${reason ? `：${reason}` : ''}`,
      ]),
    },
    { title: '更正的申请', lines: copy.corrections.map(ofAsked) },
    { title: '反映的情况', lines: copy.concerns.map(ofAsked) },
  ].filter(({ lines }) => lines.length > 0);

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

const style =
  'body{font:16px/1.6 sans-serif;max-width:44em;margin:2em auto;padding:0 1em;color:#111;background:#fff}' +
  'h1{font-size:1.4em}h2{font-size:1.1em;margin-top:2em;border-bottom:1px solid #bbb}' +
  'dl{display:grid;grid-template-columns:minmax(8em,auto) 1fr;gap:.3em 1.5em}dt{color:#555}dd{margin:0;overflow-wrap:anywhere}';

/** The same as a page that stands by itself and can be printed: it loads nothing from anywhere. */
export const htmlOf = (copy: Copy): string => {
  const parts = sectionsOf(copy).map(({ title, lines }) => {
    const rows = lines.map(([name, text]) => `<dt>${escaped(name)}</dt><dd>${escaped(text)}</dd>`);
    return `<h2>${escaped(title)}</h2><dl>${rows.join('')}</dl>`;
  });
  return (
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    `<title>我的记录</title><style>${style}</style></head><body><h1>到青年中去：我的记录</h1>` +
    `<p>${wholeDay(dayOf(copy.at))} ${timeOf(Date.parse(copy.at))} 的全部记录</p>${parts.join('')}</body></html>`
  );
};
