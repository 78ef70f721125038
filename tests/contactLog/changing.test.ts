import { whyUnchangeable } from '../../src/log/changing';
import type { OwnLog } from '../../types/contactLog';

const mark = {
  contactId: 'a',
  name: '陈嘉怡',
  state: 'unanswered',
  counts: true,
  proof: null,
  answer: null,
} as OwnLog['people'][number];

const log = (change: Partial<OwnLog> = {}): OwnLog => ({
  logId: 'l',
  task: 'listening',
  way: 'phone',
  activity: false,
  day: '2026-11-26',
  late: false,
  text: '',
  textState: 'shown',
  writtenAt: '2026-11-26T02:00:00Z',
  changedAt: null,
  weight: 1,
  people: [mark],
  youths: 1,
  disputed: 0,
  open: true,
  ...change,
});

test('D2.5 a log of today can be changed', () => {
  expect(whyUnchangeable(log())).toBeNull();
});

test.each<[string, Partial<OwnLog>, RegExp]>([
  ['D2.5 one of an earlier day', { open: false }, /过了就留着/],
  ['C3 one in which somebody stands who has left: an edit would take away what is counted', { youths: 2 }, /还可以删/],
  ['D2.5 one in dispute', { disputed: 1 }, /先答复/],
  ['D2.5 one from which somebody was struck', { people: [{ ...mark, state: 'struck' }] }, /去掉过一位/],
])('%s cannot, and it says why', (_which, change, why) => {
  expect(whyUnchangeable(log(change))).toMatch(why);
});
