import type { Box } from './mapView';

/** A site by itself, or a cluster, as it is drawn. */
export interface Drawn {
  siteId: string;
  /** None where it is several. */
  name: string | null;
  left: number;
  top: number;
}

/** Below its place: around its middle, from it to the right, or to the left. */
export type Side = 'middle' | 'start' | 'end';
const SIDES: readonly Side[] = ['middle', 'start', 'end'];

interface Taken {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A name in px: as wide as its letters, and never wider than its most. */
const letter = 14;
const most = 168;
const high = 24;
/** From the middle of a place to its edge, and to its name. */
const half = 20;
const below = 16;

function areaOf(name: string, { left, top }: Drawn, side: Side): Taken {
  const width = Math.min(most, name.length * letter + 12);
  const from = { middle: left - width / 2, start: left - below, end: left + below - width }[side];
  return { left: from, right: from + width, top: top + below, bottom: top + below + high };
}

const meet = (one: Taken, other: Taken): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** The sites below which there is room for the name, so that none lies over another, over a place or over the edge. */
export function namesWithRoom(drawn: readonly Drawn[], { width, height }: Box): Map<string, Side> {
  const taken = drawn.map(({ left, top }): Taken => ({
    left: left - half,
    right: left + half,
    top: top - half,
    bottom: top + below,
  }));
  const isFree = (area: Taken): boolean =>
    area.left > 0 && area.right < width && area.bottom < height && !taken.some((one) => meet(one, area));
  const named = new Map<string, Side>();
  for (const site of drawn) {
    const { siteId, name } = site;
    if (name === null) continue;
    const side = SIDES.find((each) => isFree(areaOf(name, site, each)));
    if (!side) continue;
    taken.push(areaOf(name, site, side));
    named.set(siteId, side);
  }
  return named;
}
