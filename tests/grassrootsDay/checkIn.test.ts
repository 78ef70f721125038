import { policy } from '../../config/policy';
import {
  askingVerdict,
  dayShown,
  leavingVerdict,
  ownSince,
  proofOf,
  raises,
  undoVerdict,
} from '../../cloudfunctions/api/grassrootsDay/rules/checkIn';
import { closingSpan, distanceMetres, openVerdict } from '../../cloudfunctions/api/grassrootsDay/rules/site';
import { stepAt } from '../../cloudfunctions/api/kernel/codes';

const at = (time: string, day = '2026-11-19') => new Date(`${day}T${time}+08:00`);
const shownAt = (moment: Date) => ({ step: stepAt(moment, policy.codes.stepSeconds) });
const later = (moment: Date, seconds: number) => new Date(moment.getTime() + seconds * 1000);
const NOON = at('12:00:00');

describe('D4.2 what a code proves', () => {
  it.each([
    [0, 'confirmed', null],
    [14 * 60 + 59, 'confirmed', null],
    [15 * 60, 'confirmed', null],
    [15 * 60 + 1, 'unconfirmed', 'late'],
    [24 * 3600, 'unconfirmed', 'late'],
  ])('%i s after its step: %s', (seconds, state, because) => {
    const proof = { day: '2026-11-19', clock: 'step', state, because };
    expect(proofOf(shownAt(NOON), false, later(NOON, seconds), policy)).toEqual(proof);
  });

  it('a day and a second after its step it is too late, and ahead of the server never', () => {
    const tooLate = { refused: { refuse: 'CHECK_IN_TOO_LATE', hours: 24 } };
    expect(proofOf(shownAt(NOON), false, later(NOON, 24 * 3600 + 1), policy)).toEqual(tooLate);
    expect(proofOf(shownAt(later(NOON, 30)), false, NOON, policy)).toEqual({ refused: { refuse: 'CODE_AHEAD' } });
    expect(proofOf(shownAt(later(NOON, 30)), false, later(NOON, 30), policy)).toMatchObject({ state: 'confirmed' });
  });

  it('C13 seconds before midnight on Sunday, arriving on Monday: Sunday', () => {
    const sunday = at('23:59:45', '2026-11-22');
    const proof = proofOf(shownAt(sunday), false, at('00:04:00', '2026-11-23'), policy);
    expect(proof).toEqual({ day: '2026-11-22', clock: 'step', state: 'confirmed', because: null });
    expect(dayShown(shownAt(sunday), at('00:04:00', '2026-11-23'), policy)).toBe('2026-11-22');
  });

  it('D10.2 a step that begins at midnight is of the new day, and one ahead is of the server’s', () => {
    const monday = at('00:00:00', '2026-11-23');
    expect(proofOf(shownAt(monday), false, later(monday, 1), policy)).toMatchObject({ day: '2026-11-23' });
    expect(proofOf(shownAt(later(monday, -1)), false, later(monday, 1), policy)).toMatchObject({ day: '2026-11-22' });
    expect(dayShown(shownAt(at('12:00:00', '2030-01-01')), NOON, policy)).toBe('2026-11-19');
  });

  it.each(['standing', 'noCode'] as const)('%s makes a day of the arrival that waits', (shown) => {
    const midnight = at('00:00:00', '2026-11-23');
    const proof = { clock: 'arrival', state: 'unconfirmed', because: shown };
    expect(proofOf(shown, false, later(midnight, -1), policy)).toEqual({ day: '2026-11-22', ...proof });
    expect(proofOf(shown, false, midnight, policy)).toEqual({ day: '2026-11-23', ...proof });
  });

  it('D8.2 the code of the own site confirms nothing', () => {
    expect(proofOf(shownAt(NOON), true, NOON, policy)).toMatchObject({ state: 'unconfirmed', because: 'ownSite' });
    expect(proofOf(shownAt(NOON), true, later(NOON, 901), policy)).toMatchObject({ because: 'late' });
  });

  it('D8.2 the codes of ten minutes are given in advance: whose they were then is asked', () => {
    expect(ownSince(shownAt(NOON), policy)).toEqual(at('11:50:00'));
    expect([ownSince('standing', policy), ownSince('noCode', policy)]).toEqual([null, null]);
  });

  it('C18 a live code confirms what waited or was refused; anything else changes nothing', () => {
    expect(raises('unconfirmed', 'confirmed')).toBe(true);
    expect(raises('refused', 'confirmed')).toBe(true);
    expect(raises('confirmed', 'confirmed')).toBe(false);
    expect(raises('refused', 'unconfirmed')).toBe(false);
    expect(raises('unconfirmed', 'unconfirmed')).toBe(false);
  });
});

describe('D4.1, D4.2 days at their edges', () => {
  it('a site is closed from its day on', () => {
    expect(openVerdict(null, '2026-11-19')).toBeNull();
    expect(openVerdict('2026-11-20', '2026-11-19')).toBeNull();
    expect(openVerdict('2026-11-19', '2026-11-19')).toEqual({ refuse: 'SITE_CLOSED', from: '2026-11-19' });
  });

  it('it closes from today on, and within a year and a day', () => {
    expect(closingSpan('2026-11-19', policy.appointment)).toEqual({ from: '2026-11-19', until: '2027-11-20' });
  });

  it('a check-in is undone within the minute', () => {
    expect(undoVerdict(NOON, later(NOON, 60), policy.grassrootsDay)).toBeNull();
    expect(undoVerdict(NOON, later(NOON, 60.001), policy.grassrootsDay)).toEqual({
      refuse: 'UNDO_TOO_LATE',
      seconds: 60,
    });
  });

  it('one leaves on the day', () => {
    expect(leavingVerdict('2026-11-19', '2026-11-19')).toBeNull();
    expect(leavingVerdict('2026-11-19', '2026-11-20')).toEqual({ refuse: 'CHECK_IN_OVER', day: '2026-11-19' });
  });

  it('a confirmation is asked for while the day waits, and once a day', () => {
    expect(askingVerdict('unconfirmed', null, '2026-11-19')).toBeNull();
    expect(askingVerdict('unconfirmed', at('23:59:59', '2026-11-18'), '2026-11-19')).toBeNull();
    expect(askingVerdict('unconfirmed', at('00:00:00'), '2026-11-19')).toEqual({ refuse: 'ASKED_TODAY' });
    expect(askingVerdict('confirmed', null, '2026-11-19')).toEqual({ refuse: 'CHECK_IN_ANSWERED' });
    expect(askingVerdict('refused', null, '2026-11-19')).toEqual({ refuse: 'CHECK_IN_ANSWERED' });
  });
});

describe('D9.6 a distance is kept, in whole metres', () => {
  const foshan = { latitude: 23.0218, longitude: 113.1214 };

  it('of known places', () => {
    expect(distanceMetres(foshan, foshan)).toBe(0);
    expect(distanceMetres(foshan, { latitude: 23.0308, longitude: 113.1214 })).toBe(1001);
    expect(distanceMetres(foshan, { latitude: 23.1291, longitude: 113.2644 })).toBeGreaterThan(18_000);
    expect(distanceMetres({ latitude: 90, longitude: 0 }, { latitude: -90, longitude: 0 })).toBe(20_015_087);
  });

  it('the same both ways', () => {
    const guangzhou = { latitude: 23.1291, longitude: 113.2644 };
    expect(distanceMetres(foshan, guangzhou)).toBe(distanceMetres(guangzhou, foshan));
  });
});
