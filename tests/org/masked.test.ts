import fc from 'fast-check';
import { administeredAbove, masked } from '../../cloudfunctions/api/org/rules';
import { CHANNEL_KINDS } from '../../types/words';

describe('D9.7 what a list shows of a channel', () => {
  it.each([
    ['phone', '13800138000', '138****8000'],
    ['phone', '8613800138000', '861****8000'],
    ['phone', '0757-83334455', '0****5'],
    ['phone', '83334455', '8****5'],
    ['wechat', 'he-zhiyuan', 'h****n'],
    ['qq', '10001', '1****1'],
    ['qq', '13800138000', '1****0'],
    ['weibo', '团小青', '团****青'],
    ['weibo', '👨‍👩‍👧和🌱', '👨‍👩‍👧****🌱'],
    ['weibo', '🌱🌱', '🌱****'],
    ['wechat', '👨‍👩‍👧', '****'],
    ['wechat', '', '****'],
  ] as const)('%s %s: %s', (kind, value, shown) => {
    expect(masked(kind, value)).toBe(shown);
  });

  it('hides at least one sign, and says nothing of how many', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CHANNEL_KINDS), fc.string({ unit: 'grapheme', maxLength: 60 }), (kind, value) => {
        const shown = masked(kind, value);
        expect(shown).toContain('****');
        expect(value === '' || !shown.replace('****', '').includes(value)).toBe(true);
        expect(masked(kind, `${value.slice(0, 1)}x${value}`).length).toBeLessThan(30);
      }),
    );
  });
});

describe('D1.5 as whose administrator one looks', () => {
  const city = { name: '佛山', path: '/1/2/' };
  const county = { name: '南海', path: '/1/2/5/' };

  it('the nearest above, and nobody beside', () => {
    expect(administeredAbove('/1/2/5/9/', [city, county])).toBe('南海');
    expect(administeredAbove('/1/2/6/', [city, county])).toBe('佛山');
    expect(administeredAbove('/1/2/5/', [county])).toBe('南海');
    expect(administeredAbove('/1/3/', [city, county])).toBeNull();
    expect(administeredAbove('/1/2/', [county])).toBeNull();
  });
});
