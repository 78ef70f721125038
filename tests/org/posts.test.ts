import { policy } from '../../config/policy';
import { daysAfter } from '../../cloudfunctions/api/kernel/calendar';
import {
  answerDue,
  appointmentVerdict,
  approvalEnd,
  approvalVerdict,
  dayVerdict,
  endVerdict,
  invitationVerdict,
  isLeadingOrgan,
  lastVerdict,
  levelsBelow,
  openVerdict,
} from '../../cloudfunctions/api/org/rules';
import { LEVELS } from '../../types/words';

const { appointment } = policy;
const today = '2026-11-26';
const out = (from: string, until: string | null) => ({ refuse: 'DAY_OUT_OF_RANGE', from, until });

describe('D1.2 the tree', () => {
  it('every level but the last has one below it, and none is its own', () => {
    for (const level of LEVELS) {
      expect(levelsBelow(level).length > 0).toBe(level !== 'branch');
      for (const below of levelsBelow(level)) expect(LEVELS.indexOf(below)).toBeGreaterThan(LEVELS.indexOf(level));
    }
  });

  it.each([
    ['province', false, true],
    ['city', false, true],
    ['county', false, true],
    ['unit', true, true],
    ['unit', false, false],
    ['township', true, false],
    ['branch', true, false],
  ] as const)('%s, for the province %s: leads %s', (level, forProvince, leads) => {
    expect(isLeadingOrgan(level, forProvince)).toBe(leads);
  });
});

describe('D1.1 an invitation', () => {
  const expiresAt = new Date('2026-12-03T00:00:00Z');
  const at = new Date('2026-11-27T00:00:00Z');

  it('can be claimed until the moment it expires', () => {
    const open = { claimedAt: null, revokedAt: null, expiresAt };
    expect(invitationVerdict(open, new Date(expiresAt.getTime() - 1))).toBeNull();
    expect(invitationVerdict(open, expiresAt)).toEqual({ refuse: 'INVITATION_EXPIRED' });
  });

  it('says what became of it before it says that it has expired', () => {
    const late = new Date('2027-01-01T00:00:00Z');
    expect(invitationVerdict({ claimedAt: at, revokedAt: null, expiresAt }, late)?.refuse).toBe('INVITATION_USED');
    expect(invitationVerdict({ claimedAt: null, revokedAt: at, expiresAt }, late)?.refuse).toBe('INVITATION_REVOKED');
    expect(openVerdict({ claimedAt: null, revokedAt: null })).toBeNull();
  });
});

describe('D10.4 days of a post', () => {
  it('a day at either end of a span is in it', () => {
    for (const day of ['2026-01-01', '2026-12-31']) expect(dayVerdict(day, '2026-01-01', '2026-12-31')).toBeNull();
    expect(dayVerdict('2025-12-31', '2026-01-01', '2026-12-31')).toEqual(out('2026-01-01', '2026-12-31'));
    expect(dayVerdict('2027-01-01', '2026-01-01', '2026-12-31')).toEqual(out('2026-01-01', '2026-12-31'));
    expect(dayVerdict('2999-01-01', '2026-01-01', null)).toBeNull();
  });

  it('it begins from decades ago to a year ahead', () => {
    expect(appointmentVerdict('1976-11-01', today, appointment)).toBeNull();
    expect(appointmentVerdict('1976-10-31', today, appointment)).not.toBeNull();
    expect(appointmentVerdict(daysAfter(today, appointment.daysAhead), today, appointment)).toBeNull();
    expect(appointmentVerdict(daysAfter(today, appointment.daysAhead + 1), today, appointment)).not.toBeNull();
  });

  it('it ends today at the earliest, and no later than it is to end already', () => {
    const post = { from: '2026-01-01', until: null };
    expect(endVerdict(today, post, today, appointment)).toBeNull();
    expect(endVerdict('2026-11-25', post, today, appointment)).toMatchObject({ refuse: 'DAY_OUT_OF_RANGE' });
    expect(endVerdict('2026-12-02', { ...post, until: '2026-12-01' }, today, appointment)).toEqual(
      out(today, '2026-12-01'),
    );
    expect(endVerdict(today, { ...post, until: today }, today, appointment)).toEqual({ refuse: 'POST_ENDED' });
  });

  it('one that has not begun can be taken back whole', () => {
    const post = { from: '2027-01-01', until: null };
    expect(endVerdict('2027-01-01', post, today, appointment)).toBeNull();
    expect(endVerdict('2026-12-31', post, today, appointment)).toMatchObject({ refuse: 'DAY_OUT_OF_RANGE' });
  });
});

it('D9.3 an approval holds for a day at least, from today on', () => {
  const verdict = (from: string, until: string | null, postEnd: string | null = null) =>
    approvalVerdict({ from, until }, postEnd, today, appointment);
  expect(verdict(today, null)).toBeNull();
  expect(verdict(today, '2026-11-27')).toBeNull();
  expect(verdict(today, today)).toEqual(out('2026-11-27', null));
  expect(verdict('2026-11-25', null)).not.toBeNull();
  expect(verdict('2026-12-30', null, '2026-12-31')).toBeNull();
  expect(verdict('2026-12-31', null, '2026-12-31')).toEqual(out(today, '2026-12-30'));
});

it('D9.3 an approval ends with the post at the latest', () => {
  expect(approvalEnd(null, null)).toBeNull();
  expect(approvalEnd(null, '2026-12-31')).toBe('2026-12-31');
  expect(approvalEnd('2027-01-01', '2026-12-31')).toBe('2026-12-31');
  expect(approvalEnd('2026-12-30', '2026-12-31')).toBe('2026-12-30');
  expect(approvalEnd('2026-12-30', null)).toBe('2026-12-30');
});

it('D1.5 only the last of the province must stay', () => {
  expect(lastVerdict(true, 0)).toEqual({ refuse: 'LAST_ADMINISTRATOR' });
  expect(lastVerdict(true, 1)).toBeNull();
  expect(lastVerdict(false, 0)).toBeNull();
});

it('D9.4 an answer is due within the days promised, across the end of a year', () => {
  expect(answerDue('2026-12-26', policy.answerDays)).toBe('2027-01-05');
});
