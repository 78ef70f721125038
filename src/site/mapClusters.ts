import { type Place, target } from './mapView';

/** Places that would lie over one another, drawn at one of them. */
export interface Cluster<At extends Place> {
  at: At;
  all: At[];
}

interface Ranked<At extends Place> {
  at: At;
  /** Metres to the nearest of those before it. */
  apart: number;
}

const between = (one: Place, other: Place): number => Math.hypot(one.x - other.x, one.y - other.y);

/**
 * The first one, and then always the one that is farthest from those before it. Whatever the scale, those that stand for
 * a cluster are the first so many of them: coming closer only adds some, and none that is seen goes.
 */
export function ranked<At extends Place>(places: readonly At[]): Ranked<At>[] {
  const left = places.map((at) => ({ at, apart: Infinity }));
  const found: Ranked<At>[] = [];
  for (;;) {
    const next = left.reduce<Ranked<At> | null>((far, one) => (far && far.apart >= one.apart ? far : one), null);
    if (!next) return found;
    left.splice(left.indexOf(next), 1);
    found.push(next);
    for (const one of left) one.apart = Math.min(one.apart, between(one.at, next.at));
  }
}

const nearest = <At extends Place>(clusters: Cluster<At>[], place: At): Cluster<At> | undefined => {
  const far = clusters.map(({ at }) => between(at, place));
  return clusters[far.indexOf(Math.min(...far))];
};

/** Each place once, from the north to the south; those of one cluster are less than `target` px from where it is drawn. */
export function clustersOf<At extends Place>(places: readonly Ranked<At>[], scale: number): Cluster<At>[] {
  const clusters = places.filter(({ apart }) => apart * scale >= target).map(({ at }) => ({ at, all: [at] }));
  for (const { at } of places.slice(clusters.length)) nearest(clusters, at)?.all.push(at);
  return clusters.sort((one, other) => one.at.y - other.at.y || one.at.x - other.at.x);
}
