import fc from 'fast-check';
import { type Drawn, namesWithRoom } from '../../src/site/mapNames';

const BOX = { width: 358, height: 360 };

const drawn = (siteId: string, left: number, top: number, name: string | null = '青年之家'): Drawn => ({
  siteId,
  name,
  left,
  top,
});

it('a name stands where there is room: not over another name, a place, the edge, the buttons or the scale', () => {
  expect([...namesWithRoom([drawn('a', 120, 100), drawn('b', 240, 200)], BOX)]).toEqual(['a', 'b']);
  expect([...namesWithRoom([drawn('a', 120, 100), drawn('b', 170, 100)], BOX)]).toEqual(['a']);
  expect([...namesWithRoom([drawn('a', 120, 100), drawn('b', 120, 145)], BOX)]).toEqual(['b']);
  expect([...namesWithRoom([drawn('a', 20, 100)], BOX)]).toEqual([]);
  expect([...namesWithRoom([drawn('a', 120, 330)], BOX)]).toEqual([]);
  expect([...namesWithRoom([drawn('a', 300, 100)], BOX)]).toEqual([]);
  expect([...namesWithRoom([drawn('a', 60, 310)], BOX)]).toEqual([]);
  expect([...namesWithRoom([drawn('a', 120, 100, null)], BOX)]).toEqual([]);
});

it('however many there are, no two names lie over one another', () => {
  const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 358 }), fc.integer({ min: 0, max: 360 })), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(some, (places) => {
      const all = places.map(([left, top], n) => drawn(`${n}`, left, top));
      const named = all.filter(({ siteId }) => namesWithRoom(all, BOX).has(siteId));
      for (const one of named)
        for (const other of named)
          if (one !== other)
            expect(Math.abs(one.left - other.left) >= 68 || Math.abs(one.top - other.top) >= 24).toBe(true);
    }),
  );
});
