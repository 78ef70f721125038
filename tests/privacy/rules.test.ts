import { notices } from '../../config/notice';
import { policy } from '../../config/policy';
import {
  askVerdict,
  concernVerdict,
  dueOn,
  isOverdue,
  noticeDue,
  noticeInForce,
  noticeWanted,
  stateOf,
} from '../../cloudfunctions/api/privacy/rules';

const versions = [
  { version: 1, from: '2026-01-01', asksAgain: true },
  { version: 2, from: '2026-03-01', asksAgain: false },
  { version: 3, from: '2026-06-01', asksAgain: true },
];

describe('D9.1 the notice', () => {
  it('in force is the newest that has begun', () => {
    expect(noticeInForce(versions, '2026-02-28').version).toBe(1);
    expect(noticeInForce(versions, '2026-03-01').version).toBe(2);
    expect(noticeInForce(versions, '2027-01-01').version).toBe(3);
    expect(() => noticeInForce(versions, '2025-12-31')).toThrow('no notice');
  });

  it('a version with a new purpose asks again, another does not', () => {
    expect(noticeDue([], versions, '2026-02-01')).toBe(1);
    expect(noticeDue([1], versions, '2026-05-31')).toBeNull();
    expect(noticeDue([1], versions, '2026-06-01')).toBe(3);
    expect(noticeDue([1, 2], versions, '2026-06-01')).toBe(3);
    expect(noticeDue([3], versions, '2026-06-01')).toBeNull();
  });

  it('to have been agreed to is the newest that asks, or a later one', () => {
    expect(noticeWanted(versions, '2026-05-31')).toBe(1);
    expect(noticeWanted(versions, '2026-06-01')).toBe(3);
    expect(noticeWanted(versions, '2025-01-01')).toBe(0);
  });

  it('ours answers the five questions and is in force', () => {
    const notice = noticeInForce(notices, '2026-11-26');
    expect(notice.version).toBe(3);
    expect(noticeDue([1], notices, '2026-11-26')).toBeNull();
    expect(notice.answers.map(({ key }) => key)).toEqual(['who', 'what', 'howLong', 'rights', 'never']);
  });

  it('D9.4 ours promises an answer within the days of the policy', () => {
    const { answers, full } = noticeInForce(notices, '2026-11-26');
    const howLong = answers.find(({ key }) => key === 'howLong');
    const rights = full.find(({ title }) => title === '你的权利');
    expect([howLong?.text, rights?.text]).toEqual(Array(2).fill(expect.stringContaining(`${policy.answerDays} 天`)));
  });
});

describe('D9.4 what a person must answer', () => {
  const asked = { answered: false, dropped: false, approved: null };

  it('is due after the days of the policy, and overdue from the day after', () => {
    expect(dueOn('2026-11-26', policy)).toBe('2026-12-06');
    expect(dueOn('2026-12-31', policy)).toBe('2027-01-10');
    expect(isOverdue('2026-12-06', '2026-12-06')).toBe(false);
    expect(isOverdue('2026-12-06', '2026-12-07')).toBe(true);
  });

  it('is never due after the ceiling, which counts every day while the calendar is missing', () => {
    const days = (answerDays: number) => dueOn('2026-11-26', { answerDays, answerWorkingDaysAtMost: 15 });
    expect(days(15)).toBe('2026-12-11');
    expect(days(16)).toBe('2026-12-11');
  });

  it('is open, then answered one way or the other, or dropped', () => {
    expect(stateOf(asked)).toBe('open');
    expect(stateOf({ ...asked, answered: true })).toBe('answered');
    expect(stateOf({ ...asked, answered: true, approved: true })).toBe('approved');
    expect(stateOf({ ...asked, answered: true, approved: false })).toBe('refused');
    expect(stateOf({ ...asked, dropped: true })).toBe('dropped');
  });

  it('one correction of a kind waits at a time, and it changes something', () => {
    expect(askVerdict({ was: '甲', wish: '乙', openUntil: null })).toBeNull();
    expect(askVerdict({ was: '甲', wish: '甲', openUntil: null })).toEqual({ refuse: 'CORRECTION_SAME' });
    expect(askVerdict({ was: '甲', wish: '甲', openUntil: '2026-12-06' })).toEqual({
      refuse: 'CORRECTION_OPEN',
      dueOn: '2026-12-06',
    });
  });
});

describe('D9.9 a concern', () => {
  const limits = { perDay: 5, daysAfterContact: 90 };
  const on = (today: string, endedOn: string | null, reportedToday = 0) =>
    concernVerdict({ endedOn, reportedToday }, today, limits);

  it('C3 is heard while the contact goes on, and so many days after', () => {
    expect(on('2026-11-26', null)).toBeNull();
    expect(on('2026-11-26', '2026-08-28')).toBeNull();
    expect(on('2026-11-26', '2026-08-27')).toEqual({ refuse: 'CONCERN_TOO_LATE', days: 90 });
  });

  it('so many times a day', () => {
    expect(on('2026-11-26', null, 4)).toBeNull();
    expect(on('2026-11-26', null, 5)).toEqual({ refuse: 'CONCERNS_TODAY', perDay: 5 });
  });
});
