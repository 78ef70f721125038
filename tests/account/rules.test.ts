import { policy } from '../../config/policy';
import {
  answerDueOn,
  answerVerdict,
  finishVerdict,
  maskedUnit,
  toTheHour,
} from '../../cloudfunctions/api/account/rules';

const asked = new Date('2026-11-26T08:00:00.000Z');
const expiresAt = new Date(asked.getTime() + policy.signIn.seconds * 1000);
const after = (ms: number) => new Date(expiresAt.getTime() + ms);
const open = { expiresAt, answer: null, finishedAt: null };

describe('a code to sign in by', () => {
  it('SIGN_IN_EXPIRED is answered for a minute, to the millisecond', () => {
    expect(answerVerdict(open, after(-1))).toBeNull();
    expect(answerVerdict(open, after(0))).toEqual({ refuse: 'SIGN_IN_EXPIRED' });
  });

  it('SIGN_IN_ANSWERED is answered once, whatever the answer, and says so after the minute too', () => {
    for (const answer of ['approved', 'refused'] as const) {
      for (const ms of [-1, 0, 3_600_000])
        expect(answerVerdict({ ...open, answer }, after(ms))).toEqual({ refuse: 'SIGN_IN_ANSWERED' });
    }
  });

  it('a browser waits for a minute; what was approved in it may be fetched ten seconds longer', () => {
    const verdict = (answer: 'approved' | 'refused' | null, ms: number) =>
      finishVerdict({ ...open, answer }, after(ms), policy.signIn)?.refuse ?? null;
    expect(verdict(null, -1)).toBeNull();
    expect(verdict(null, 0)).toBe('SIGN_IN_EXPIRED');
    expect(verdict('approved', 0)).toBeNull();
    expect(verdict('approved', 9_999)).toBeNull();
    expect(verdict('approved', 10_000)).toBe('SIGN_IN_EXPIRED');
    expect(verdict('refused', -1)).toBe('SIGN_IN_REFUSED');
    expect(verdict('refused', 60_000)).toBe('SIGN_IN_REFUSED');
  });

  it('gives one session', () => {
    const finished = { expiresAt, answer: 'approved', finishedAt: asked } as const;
    expect(finishVerdict(finished, after(-1), policy.signIn)).toEqual({ refuse: 'SIGN_IN_EXPIRED' });
  });
});

it('D9.4 an answer is due ten days later, by the day in Asia/Shanghai', () => {
  expect(answerDueOn(new Date('2026-11-26T15:59:59Z'), 10)).toBe('2026-12-06');
  expect(answerDueOn(new Date('2026-11-26T16:00:00Z'), 10)).toBe('2026-12-07');
  expect(answerDueOn(new Date('2026-12-25T00:00:00Z'), 10)).toBe('2027-01-04');
});

it('D1.5 a unit is shown as far as one recognises it', () => {
  expect(maskedUnit(null)).toBeNull();
  expect(maskedUnit('')).toBeNull();
  expect(maskedUnit('一中')).toBe('一…');
  expect(maskedUnit('石门中学')).toBe('石…');
  expect(maskedUnit('佛山市石门中学')).toBe('佛山…学');
  expect(maskedUnit('𠮷野家狮山店')).toBe('𠮷野…店');
});

it('when somebody was last seen is told to the hour', () => {
  expect(toTheHour(new Date('2026-11-26T08:59:59.999Z')).toISOString()).toBe('2026-11-26T08:00:00.000Z');
  expect(toTheHour(new Date('2026-11-26T09:00:00.000Z')).toISOString()).toBe('2026-11-26T09:00:00.000Z');
});
