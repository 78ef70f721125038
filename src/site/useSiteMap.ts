import { useMemo, useState } from 'react';
import { clustersOf, ranked } from './mapClusters';
import {
  type Box,
  closest,
  extentOf,
  type MapSite,
  moved,
  openedView,
  type Place,
  placesOf,
  type View,
  wholeView,
  within,
  zoomed,
} from './mapView';

/** What of these sites is seen in a drawing of that size, and how one moves in it. Of other sites one sees them all first. */
export const useSiteMap = (sites: MapSite[], box: Box | null) => {
  const [kept, keep] = useState<{ of: MapSite[]; view: View } | null>(null);
  const { all, order } = useMemo(() => {
    const places = placesOf(sites);
    return { all: extentOf(places), order: ranked(places) };
  }, [sites]);
  const viewIn = (into: Box, last: typeof kept): View =>
    last?.of === sites ? within(last.view, all, into) : wholeView(all, into);
  const view = box && viewIn(box, kept);
  const scale = view?.scale;
  const clusters = useMemo(() => (scale === undefined ? [] : clustersOf(order, scale)), [order, scale]);
  const change = (how: (view: View, box: Box) => View) => {
    if (box) keep((last) => ({ of: sites, view: how(viewIn(box, last), box) }));
  };
  return {
    view,
    clusters,
    isWhole: !box || !view || view.scale <= wholeView(all, box).scale,
    isClosest: !view || view.scale >= closest,
    whole: () => keep(null),
    zoom: (factor: number) => change((now, into) => zoomed(now, factor, all, into)),
    open: (cluster: readonly Place[]) => change((_, into) => openedView(cluster, all, into)),
    drag: (right: number, down: number) => change((now, into) => moved(now, right, down, all, into)),
  };
};
