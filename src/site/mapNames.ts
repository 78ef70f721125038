import type { Box } from './mapView';

/** A site by itself, or a cluster, as it is drawn. */
export interface Drawn {
  siteId: string;
  /** None where it is several. */
  name: string | null;
  left: number;
  top: number;
}

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
const below = 16;
const half = 20;

/** What else is drawn in the corners: the buttons, and the scale. */
const corners = ({ width, height }: Box): Taken[] => [
  { left: width - 64, right: width, top: 0, bottom: 164 },
  { left: 0, right: 136, top: height - 40, bottom: height },
];

const meet = (one: Taken, other: Taken): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** The sites below which there is room for the name, so that none lies over another, over a place or over the edge. */
export function namesWithRoom(drawn: readonly Drawn[], box: Box): Set<string> {
  const taken = drawn.map(({ left, top }): Taken => ({
    left: left - half,
    right: left + half,
    top: top - half,
    bottom: top + below,
  }));
  taken.push(...corners(box));
  const named = new Set<string>();
  for (const { siteId, name, left, top } of drawn) {
    if (name === null) continue;
    const reach = Math.min(most, name.length * letter + 12) / 2;
    const wanted = { left: left - reach, right: left + reach, top: top + below, bottom: top + below + high };
    const isInside = wanted.left > 0 && wanted.right < box.width && wanted.bottom < box.height;
    if (!isInside || taken.some((one) => meet(one, wanted))) continue;
    taken.push(wanted);
    named.add(siteId);
  }
  return named;
}
