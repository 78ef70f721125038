import type { Outputs } from '../../types/contract';

export type MapSite = Outputs['grassrootsDay']['siteMap']['items'][number];

/** Metres to the east and to the south of the middle of all. */
export interface Place {
  x: number;
  y: number;
}

/** The drawing, in px: at least 176 each way, so that whatever is pressed comes apart (`openedView`). */
export interface Box {
  width: number;
  height: number;
}

/** What is in the middle of the drawing, and how many px a metre has. */
export interface View extends Place {
  scale: number;
}

interface Extent {
  west: number;
  east: number;
  north: number;
  south: number;
}

const metresADegree = (Math.PI / 180) * 6_371_000;

/** Two targets of a finger do not lie over one another. */
export const target = 44;

/** What stays free around the outermost places; a name has room there. */
const edge = 44;

/** Px a metre: the closest there is, and as close as all of them are ever shown at once. */
export const closest = 5;
const calm = 0.25;

/** Sites that are no farther apart are at one place: a house, a yard. */
const onePlaceMetres = 20;

const ends = (numbers: number[]) => {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return { least, most, middle: (least + most) / 2 };
};

/** D4.1 Positions on a plane on which a metre is as long to the east as to the south; for the sizes that a province has. */
export function placesOf<Site extends Pick<MapSite, 'position'>>(sites: readonly Site[]): (Site & Place)[] {
  const latitude = ends(sites.map(({ position }) => position.latitude));
  const longitude = ends(sites.map(({ position }) => position.longitude));
  const shrunk = Math.cos((latitude.middle * Math.PI) / 180);
  return sites.map((site) => ({
    ...site,
    x: (site.position.longitude - longitude.middle) * shrunk * metresADegree,
    y: (latitude.middle - site.position.latitude) * metresADegree,
  }));
}

export function extentOf(places: readonly Place[]): Extent {
  const [across, down] = [ends(places.map(({ x }) => x)), ends(places.map(({ y }) => y))];
  return { west: across.least, east: across.most, north: down.least, south: down.most };
}

const fits = ({ west, east, north, south }: Extent, { width, height }: Box, atMost: number): View => ({
  x: (west + east) / 2,
  y: (north + south) / 2,
  scale: Math.min(atMost, (width - 2 * edge) / (east - west), (height - 2 * edge) / (south - north)),
});

export const wholeView = (all: Extent, box: Box): View => fits(all, box, calm);

/** Along one axis: what is drawn ends where the places end. */
const kept = (at: number, [from, to]: [number, number], half: number): number =>
  from + half > to - half ? (from + to) / 2 : Math.min(Math.max(at, from + half), to - half);

/** The same view, moved so that it does not lose the places. */
export function within({ x, y, scale }: View, { west, east, north, south }: Extent, { width, height }: Box): View {
  const free = edge / scale;
  return {
    x: kept(x, [west - free, east + free], width / scale / 2),
    y: kept(y, [north - free, south + free], height / scale / 2),
    scale,
  };
}

/** Closer or farther around the middle; never farther than all. */
export const zoomed = (view: View, factor: number, all: Extent, box: Box): View => {
  const whole = wholeView(all, box);
  return within({ ...view, scale: Math.min(closest, Math.max(whole.scale, view.scale * factor)) }, all, box);
};

/** As close as those of a cluster allow: no two ends of it are in one cluster any more. */
export const openedView = (cluster: readonly Place[], all: Extent, box: Box): View =>
  within(fits(extentOf(cluster), box, closest), all, box);

/** What is in the hand follows it by so many px. */
export const moved = (view: View, right: number, down: number, all: Extent, box: Box): View =>
  within({ ...view, x: view.x - right / view.scale, y: view.y - down / view.scale }, all, box);

/** Whether there is nothing to be seen by coming closer. */
export function isOnePlace(cluster: readonly Place[]): boolean {
  const { west, east, north, south } = extentOf(cluster);
  return Math.max(east - west, south - north) < onePlaceMetres;
}

/** Where it is in the drawing, in px from its left upper corner. */
export const pointOf = ({ x, y }: Place, view: View, { width, height }: Box) => ({
  left: width / 2 + (x - view.x) * view.scale,
  top: height / 2 + (y - view.y) * view.scale,
});
