import fc from 'fast-check';
import { type Drawn, namesWithRoom } from '../../src/site/mapNames';

const BOX = { width: 358, height: 360 };

const drawn = (siteId: string, left: number, top: number, name: string | null = '青年之家'): Drawn => ({
  siteId,
  name,
  left,
  top,
});

const named = (...all: Drawn[]) => Object.fromEntries(namesWithRoom(all, BOX));

it('a name stands where there is room: not over another name, a place or the edge', () => {
  expect(named(drawn('a', 120, 100), drawn('b', 240, 200))).toEqual({ a: 'middle', b: 'middle' });
  expect(named(drawn('a', 120, 100), drawn('b', 170, 100))).toEqual({ a: 'middle', b: 'start' });
  expect(named(drawn('a', 120, 100), drawn('b', 120, 145))).toEqual({ b: 'middle' });
  expect(named(drawn('a', 20, 100), drawn('b', 338, 100))).toEqual({ a: 'start', b: 'end' });
  expect(named(drawn('a', 120, 330))).toEqual({});
  expect(named(drawn('a', 120, 100, null))).toEqual({});
});

it('however many there are, no two names lie over one another', () => {
  const side = { middle: 34, start: 16, end: 52 };
  const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 358 }), fc.integer({ min: 0, max: 360 })), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(some, (places) => {
      const all = places.map(([left, top], n) => drawn(`${n}`, left, top));
      const names = namesWithRoom(all, BOX);
      const areas = all.flatMap(({ siteId, left, top }) => {
        const at = names.get(siteId);
        return at ? [{ from: left - side[at], top }] : [];
      });
      for (const [n, one] of areas.entries())
        for (const other of areas.slice(n + 1))
          expect(Math.abs(one.from - other.from) >= 68 || Math.abs(one.top - other.top) >= 24).toBe(true);
    }),
  );
});
