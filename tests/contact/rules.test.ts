import fc from 'fast-check';
import { policy } from '../../config/policy';
import { FIELDS, SERVICES, type Field } from '../../types/words';
import {
  choiceVerdict,
  holdingVerdict,
  keptUntil,
  quotaFor,
  selfVerdict,
  standingOf,
  thinFields,
  undoUntil,
  undoVerdict,
  waits,
  type ByField,
} from '../../cloudfunctions/api/contact/rules';

const contact = policy.contact;
const byField = fc.record(
  Object.fromEntries(FIELDS.map((field) => [field, fc.nat(200)])) as Record<Field, fc.Arbitrary<number>>,
);

describe('D2.1 the quota of a post', () => {
  it.each([
    ['fullTime', true, 100],
    ['fullTime', false, 100],
    ['seconded', true, 100],
    ['seconded', false, 100],
    ['partTime', true, 100],
    ['partTime', false, 10],
  ] as const)('%s, leading organ %s: %i', (service, leadingOrgan, quota) => {
    expect(quotaFor({ service, leadingOrgan }, contact)).toBe(quota);
  });

  it('takes its numbers from the policy', () => {
    const other = { ...contact, quota: { full: 80, basic: 8 } } as unknown as typeof contact;
    expect(quotaFor({ service: 'partTime', leadingOrgan: false }, other)).toBe(8);
    expect(quotaFor({ service: 'fullTime', leadingOrgan: false }, other)).toBe(80);
  });
});

describe('D2.2 whether a cadre may hold a youth', () => {
  const free = {
    scannedBy: 'cadre' as const,
    holderHasPost: true,
    since: null,
    holders: 0,
    minor: false,
    approvedForMinors: false,
    blocked: false,
  };

  it('yes, when nothing speaks against it', () => {
    expect(holdingVerdict(free, contact)).toBeNull();
  });

  it('the third may, the fourth may not: 3 is the cap', () => {
    expect(holdingVerdict({ ...free, holders: 2 }, contact)).toBeNull();
    expect(holdingVerdict({ ...free, holders: 3 }, contact)).toEqual({
      refuse: 'YOUTH_FULL',
      scannedBy: 'cadre',
      holders: 3,
      cap: 3,
    });
  });

  it('C5 nobody holds oneself', () => {
    expect(selfVerdict('c', 'c')).toEqual({ refuse: 'CONTACT_SELF' });
    expect(selfVerdict('c', 'y')).toBeNull();
  });

  it('D1.1 somebody without a post holds nobody', () => {
    expect(holdingVerdict({ ...free, holderHasPost: false }, contact)).toEqual({ refuse: 'HOLDER_NOT_CADRE' });
  });

  it('says since when, rather than that the youth is full, to a cadre who holds already', () => {
    expect(holdingVerdict({ ...free, since: '2026-03-12', holders: 3 }, contact)).toEqual({
      refuse: 'CONTACT_ALREADY',
      since: '2026-03-12',
    });
  });

  it('D9.3 a minor only with the approval', () => {
    expect(holdingVerdict({ ...free, minor: true }, contact)).toEqual({
      refuse: 'MINOR_NEEDS_APPROVAL',
      scannedBy: 'cadre',
    });
    expect(holdingVerdict({ ...free, minor: true, approvedForMinors: true }, contact)).toBeNull();
  });

  it('D9.9 a block stands before everything that could be changed', () => {
    expect(holdingVerdict({ ...free, blocked: true, minor: true, holders: 3 }, contact)).toEqual({
      refuse: 'CADRE_BLOCKED',
      scannedBy: 'cadre',
    });
  });
});

describe('D2.1, D2.2 where a post stands', () => {
  it('counts those under 36 only, and says what is missing', () => {
    // 30 + 5 held, of which 2 are over 35: 33 count, 100 - 33 = 67 missing
    const standing = standingOf({ school: 30, rural: 5 }, { school: 2 }, 100, contact);
    expect(standing).toMatchObject({ counted: 33, overAge: 2, missing: 67, quota: 100 });
    expect(standing.byField).toMatchObject({ school: 28, rural: 5, enterprise: 0 });
  });

  it('never misses a negative number', () => {
    expect(standingOf({ school: 103 }, {}, 100, contact).missing).toBe(0);
  });

  it('the fields sum up to what counts, and counted + over age to what is held', () => {
    fc.assert(
      fc.property(byField, byField, (held, over) => {
        const due = Object.fromEntries(FIELDS.map((field) => [field, Math.min(over[field], held[field])])) as ByField;
        const standing = standingOf(held, due, 100, contact);
        const sum = (of: ByField) => FIELDS.reduce((total, field) => total + (of[field] ?? 0), 0);
        expect(sum(standing.byField)).toBe(standing.counted);
        expect(standing.counted + standing.overAge).toBe(sum(held));
      }),
    );
  });
});

describe('D2.2 the fields to look in next', () => {
  it('the picture of the home screen: nobody in new media, four in rural', () => {
    const held = { school: 31, community: 18, enterprise: 11, government: 11, socialOrg: 9, rural: 4, newMedia: 0 };
    expect(thinFields(held, contact)).toEqual(['newMedia', 'rural']);
  });

  it('none for an even spread, none while nobody is held', () => {
    expect(thinFields(Object.fromEntries(FIELDS.map((field) => [field, 5])), contact)).toEqual([]);
    expect(thinFields({}, contact)).toEqual([]);
  });

  it('half of an even share is enough', () => {
    // 7 fields, 140 in all: an even share is 20, half of it 10
    const even = { enterprise: 22, rural: 10, government: 22, school: 22, community: 21, socialOrg: 22, newMedia: 21 };
    expect(thinFields(even, contact)).toEqual([]);
    expect(thinFields({ ...even, rural: 9, enterprise: 23 }, contact)).toEqual(['rural']);
  });

  it('names at most two, each below half of an even share', () => {
    fc.assert(
      fc.property(byField, (held) => {
        const share = FIELDS.reduce((total, field) => total + held[field], 0) / FIELDS.length;
        const thin = thinFields(held, contact);
        expect(thin.length).toBeLessThanOrEqual(2);
        thin.forEach((field) => expect(held[field]).toBeLessThan(share / 2));
      }),
    );
  });
});

describe('undoing', () => {
  const startedAt = new Date('2026-11-26T09:00:00Z');
  const after = (ms: number) => new Date(startedAt.getTime() + ms);

  it('is possible for 60 seconds and not a millisecond longer', () => {
    expect(undoUntil(startedAt, contact)).toEqual(after(60_000));
    expect(undoVerdict({ startedAt, endedAt: null }, after(60_000), contact)).toBeNull();
    expect(undoVerdict({ startedAt, endedAt: null }, after(60_001), contact)).toEqual({
      refuse: 'UNDO_TOO_LATE',
      seconds: 60,
    });
  });

  it('not of a contact that has ended', () => {
    expect(undoVerdict({ startedAt, endedAt: after(1_000) }, after(2_000), contact)).toEqual({
      refuse: 'CONTACT_ENDED',
    });
  });
});

it('D2.1 knows every kind of service', () => {
  SERVICES.forEach((service) => expect(quotaFor({ service, leadingOrgan: true }, contact)).toBe(100));
});

describe('C11 a contact whose cadre has left', () => {
  const leftOn = '2026-03-10';

  it.each([
    ['2026-03-09', null],
    ['2026-03-10', { since: leftOn, until: '2026-04-08' }],
    ['2026-04-08', { since: leftOn, until: '2026-04-08' }],
    ['2026-04-09', null],
  ])('on %s', (today, waiting) => {
    expect(waits(leftOn, today, contact)).toEqual(waiting);
  });

  it('never waits while a post is held, and as long as the policy says', () => {
    expect(waits(null, '2026-03-10', contact)).toBeNull();
    expect(keptUntil(leftOn, { waitingDays: 1 as never })).toBe(leftOn);
  });

  it.each([
    ['may', {}, null],
    ['not when it has ended', { ended: true }, 'CONTACT_ENDED'],
    ['not while the cadre is here', { leftOn: null }, 'CONTACT_NOT_WAITING'],
    ['not after the last day', { leftOn: '2026-02-09' }, 'CONTACT_ENDED'],
    ['not somebody from elsewhere', { choosable: false }, 'CHOICE_NOT_THERE'],
  ] as const)('the youth chooses: %s', (_case, facts, refuse) => {
    const verdict = choiceVerdict({ ended: false, leftOn, choosable: true, ...facts }, '2026-03-11', contact);
    expect(verdict).toEqual(refuse && { refuse });
  });
});
