import { notices } from '../../config/notice';
import { policy } from '../../config/policy';
import { noticeDue, noticeInForce, noticeWanted } from '../../cloudfunctions/api/privacy/rules';

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
    const notice = noticeInForce(notices, '2026-11-24');
    expect(notice.answers.map(({ key }) => key)).toEqual(['who', 'what', 'howLong', 'rights', 'never']);
  });

  it('D9.4 ours promises an answer within the days of the policy', () => {
    const { answers, full } = noticeInForce(notices, '2026-11-24');
    const howLong = answers.find(({ key }) => key === 'howLong');
    const rights = full.find(({ title }) => title === '你的权利');
    expect([howLong?.text, rights?.text]).toEqual(Array(2).fill(expect.stringContaining(`${policy.answerDays} 天`)));
  });
});
