import fc from 'fast-check';
import { type Cluster, clustersOf, ranked } from '../../src/site/mapClusters';
import {
  type Box,
  extentOf,
  isOnePlace,
  moved,
  openedView,
  type Place,
  placesOf,
  pointOf,
  target,
  type View,
  wholeView,
  zoomed,
} from '../../src/site/mapView';
import { scaleBar } from '../../src/site/mapScale';

const PHONE: Box = { width: 358, height: 360 };

interface Site extends Place {
  name: string;
  position: { latitude: number; longitude: number };
}

const sitesAt = (positions: readonly (readonly [number, number])[]): Site[] =>
  placesOf(positions.map(([latitude, longitude], n) => ({ name: `${n}`, position: { latitude, longitude } })));

/** Anywhere in Guangdong, some of them in one yard or at the very same place. */
const aPosition = fc.tuple(
  fc.double({ min: 20.2, max: 25.5, noNaN: true }),
  fc.double({ min: 109.7, max: 117.3, noNaN: true }),
);
const nearby = fc.tuple(
  fc.constantFrom(22.8, 22.8001, 22.801, 22.81),
  fc.constantFrom(113.2, 113.20005, 113.2003, 113.21),
);
const someSites = fc.array(fc.oneof(aPosition, nearby), { minLength: 1, maxLength: 60 }).map(sitesAt);
const aBox = fc.record({ width: fc.integer({ min: 176, max: 1200 }), height: fc.integer({ min: 176, max: 600 }) });
const aScale = fc.double({ min: 1e-5, max: 5, noNaN: true });

const names = (clusters: Cluster<Site>[]): string[] =>
  clusters.flatMap(({ all }) => all.map(({ name }) => name)).sort();
const px = (one: Place, other: Place, scale: number): number => Math.hypot(one.x - other.x, one.y - other.y) * scale;

const expectInside = (place: Place, view: View, box: Box) => {
  const { left, top } = pointOf(place, view, box);
  expect(Math.abs(left - box.width / 2)).toBeLessThanOrEqual(box.width / 2 - 43.9);
  expect(Math.abs(top - box.height / 2)).toBeLessThanOrEqual(box.height / 2 - 43.9);
};

it('D4.1 a kilometre is as long to the east as to the south, at the latitude that is drawn', () => {
  const [south, north, east] = sitesAt([
    [23, 113],
    [23.1, 113],
    [23, 113.1],
  ]);
  if (!south || !north || !east) throw new Error('no places');
  expect(south.y - north.y).toBeCloseTo(11_119.5, 0);
  expect(east.x - south.x).toBeCloseTo(11_119.5 * Math.cos((23.05 * Math.PI) / 180), 0);
  expect(north.y).toBeLessThan(0);
});

it('one site is in the middle of about a kilometre, and so are several at the same place', () => {
  for (const positions of [[[23, 113]], Array.from({ length: 3 }, () => [23, 113])] as [number, number][][]) {
    const sites = sitesAt(positions);
    const view = wholeView(extentOf(sites), PHONE);
    expect(view).toEqual({ x: 0, y: 0, scale: 0.25 });
    expect(clustersOf(ranked(sites), view.scale).map(({ all }) => all.length)).toEqual([positions.length]);
    expect(isOnePlace(sites)).toBe(true);
  }
});

it('at the whole view every place is in the drawing, clear of its edges', () => {
  fc.assert(
    fc.property(someSites, aBox, (sites, box) => {
      const view = wholeView(extentOf(sites), box);
      for (const site of sites) expectInside(site, view, box);
    }),
  );
});

it('distances in the drawing are as long as those of the places, everywhere alike', () => {
  fc.assert(
    fc.property(someSites, aBox, aScale, (sites, box, scale) => {
      const view = { x: 0, y: 0, scale };
      const [from] = sites;
      if (!from) return;
      const start = pointOf(from, view, box);
      for (const to of sites) {
        const end = pointOf(to, view, box);
        expect(Math.hypot(end.left - start.left, end.top - start.top)).toBeCloseTo(px(from, to, scale), 3);
      }
    }),
  );
});

it('no site is lost between clusters or in two of them; each lies near where its cluster is drawn, and no two of these too near', () => {
  fc.assert(
    fc.property(someSites, aScale, (sites, scale) => {
      const clusters = clustersOf(ranked(sites), scale);
      expect(names(clusters)).toEqual(sites.map(({ name }) => name).sort());
      for (const { at, all } of clusters) {
        for (const site of all) expect(px(at, site, scale)).toBeLessThan(target);
        for (const other of clusters)
          if (other.at !== at) expect(px(at, other.at, scale)).toBeGreaterThanOrEqual(target - 1e-6);
      }
    }),
  );
});

it('who stands for a cluster still does when one comes closer', () => {
  fc.assert(
    fc.property(someSites, aScale, fc.double({ min: 1, max: 50, noNaN: true }), (sites, scale, factor) => {
      const order = ranked(sites);
      const closer = clustersOf(order, scale * factor).map(({ at }) => at);
      for (const { at } of clustersOf(order, scale)) expect(closer).toContain(at);
    }),
  );
});

it('a cluster that is opened comes apart, all of it in the drawing, unless it is one place', () => {
  fc.assert(
    fc.property(someSites, aBox, (sites, box) => {
      const [all, order] = [extentOf(sites), ranked(sites)];
      const whole = wholeView(all, box);
      for (const cluster of clustersOf(order, whole.scale)) {
        if (isOnePlace(cluster.all)) continue;
        const view = openedView(cluster.all, all, box);
        expect(view.scale).toBeGreaterThan(whole.scale);
        const left = clustersOf(order, view.scale).filter((each) =>
          each.all.some((site) => cluster.all.includes(site)),
        );
        expect(left.length).toBeGreaterThan(1);
        for (const site of cluster.all) expectInside(site, view, box);
      }
    }),
  );
});

it('opening cluster after cluster ends with each site by itself, or with those of its one place', () => {
  fc.assert(
    fc.property(someSites, fc.nat(), (sites, nth) => {
      const [all, order, wanted] = [extentOf(sites), ranked(sites), sites[nth % sites.length]];
      let view = wholeView(all, PHONE);
      for (let steps = 0; steps < 60; steps += 1) {
        const found = clustersOf(order, view.scale).find((each) => each.all.some((site) => site === wanted));
        if (!found) throw new Error('lost');
        if (isOnePlace(found.all)) return;
        view = openedView(found.all, all, PHONE);
      }
      throw new Error('never comes to it');
    }),
  );
});

it('coming closer and going away by steps ends at all of them; never farther, never closer than a house', () => {
  fc.assert(
    fc.property(someSites, aBox, fc.array(fc.constantFrom(2, 0.5), { maxLength: 30 }), (sites, box, factors) => {
      const all = extentOf(sites);
      const whole = wholeView(all, box);
      let view = whole;
      for (const factor of factors) {
        view = zoomed(view, factor, all, box);
        expect(view.scale).toBeGreaterThanOrEqual(whole.scale);
        expect(view.scale).toBeLessThanOrEqual(5);
      }
      for (let step = 0; step < 40; step += 1) view = zoomed(view, 0.5, all, box);
      expect(view.scale).toBe(whole.scale);
      for (const site of sites) expectInside(site, view, box);
    }),
  );
});

it('what is drawn follows the hand, and goes no farther than the last place', () => {
  const sites = sitesAt([
    [23, 113],
    [23.5, 113.6],
  ]);
  const all = extentOf(sites);
  const whole = wholeView(all, PHONE);
  expect(moved(whole, 50, 50, all, PHONE)).toEqual(whole);
  const close = zoomed(whole, 4, all, PHONE);
  const [site] = sites;
  if (!site) throw new Error('no site');
  const [before, after] = [pointOf(site, close, PHONE), pointOf(site, moved(close, 30, -20, all, PHONE), PHONE)];
  expect(after.left - before.left).toBeCloseTo(30);
  expect(after.top - before.top).toBeCloseTo(-20);
  const far = moved(close, 100_000, 0, all, PHONE);
  expect(pointOf({ ...site, x: all.west }, far, PHONE).left).toBeCloseTo(44);
});

it.each([
  [0.25, '200 米', 50],
  [5, '10 米', 50],
  [0.05, '1 公里', 50],
  [0.0004, '200 公里', 80],
  [0.096, '1 公里', 96],
])('%d px a metre: a bar of %s', (scale, words, width) => {
  const bar = scaleBar(scale, 96);
  expect(bar.words).toBe(words);
  expect(bar.width).toBeCloseTo(width);
});

it('the scale’s bar fits, and is never shorter than two fifths of the room', () => {
  fc.assert(
    fc.property(aScale, (scale) => {
      const { width, words } = scaleBar(scale, 96);
      expect(width).toBeLessThanOrEqual(96.001);
      expect(width).toBeGreaterThan(96 / 2.51);
      expect(words).toMatch(/^[125]0* (米|公里)$/);
    }),
  );
});
