import { useLayoutEffect, useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { role } from '@/ui/role';
import { ChosenSites } from './ChosenSites';
import { MapActs } from './MapActs';
import type { Cluster } from './mapClusters';
import { namesWithRoom, type Side } from './mapNames';
import { isOnePlace, type MapSite, type Place, pointOf } from './mapView';
import { ScaleBar } from './ScaleBar';
import { SitePoint } from './SitePoint';
import { useBox } from './useBox';
import { useDrag } from './useDrag';
import { useSiteMap } from './useSiteMap';

const id = 'site-map';

/** How far an arrow key goes, in px. */
const stride = 80;
const arrows: Partial<Record<string, [right: number, down: number]>> = {
  ArrowLeft: [stride, 0],
  ArrowRight: [-stride, 0],
  ArrowUp: [0, stride],
  ArrowDown: [0, -stride],
};
const factors: Partial<Record<string, number>> = { '+': 2, '=': 2, '-': 0.5 };

/** What had the focus may be out of the drawing once a key's work is drawn: the focus stays in it. */
function useFocusKept() {
  const keyed = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (keyed.current && document.activeElement === document.body) keyed.current.focus();
    keyed.current = null;
  });
  return (drawing: Element | null): void => {
    if (drawing instanceof HTMLElement) keyed.current = drawing;
  };
}

const nameless = (cluster: Cluster<MapSite & Place>): string | null =>
  cluster.all.length > 1 ? null : cluster.at.name;

/** D4.1 Where sites are to one another, drawn by ourselves: no map of another host is asked for. */
export const SiteDrawing = ({ sites }: { sites: MapSite[] }) => {
  const [chosen, choose] = useState<string[]>([]);
  const box = useBox(id);
  const { view, clusters, isWhole, isClosest, whole, zoom, open, drag } = useSiteMap(sites, box);
  const { wasDragged, handlers } = useDrag(drag);
  const keepFocusIn = useFocusKept();
  const drawn = view && box ? clusters.map((cluster) => ({ cluster, ...pointOf(cluster.at, view, box) })) : [];
  const seen = drawn.filter(({ left, top }) => box && left > 0 && left < box.width && top > 0 && top < box.height);
  const named = box
    ? namesWithRoom(
        seen.map(({ cluster, ...at }) => ({ ...at, siteId: cluster.at.siteId, name: nameless(cluster) })),
        box,
      )
    : null;
  const sideOf = (siteId: string, left: number): Side | null => {
    const side = named?.get(siteId);
    if (side || !box || !chosen.includes(siteId)) return side ?? null;
    return left < box.width / 2 ? 'start' : 'end';
  };
  const press = ({ all }: Cluster<MapSite & Place>) => {
    if (wasDragged()) return;
    if (isOnePlace(all)) choose(all.map(({ siteId }) => siteId));
    else open(all);
  };
  const onKey = (event: KeyboardEvent) => {
    const [factor, arrow] = [factors[event.key], arrows[event.key]];
    if (event.ctrlKey || event.metaKey || (!factor && !arrow)) return;
    event.preventDefault();
    if (event.currentTarget instanceof Element) keepFocusIn(event.currentTarget.querySelector(`#${id}`));
    if (factor) zoom(factor);
    if (arrow) drag(...arrow);
  };
  const middle = view && box && pointOf({ x: 0, y: 0 }, view, box);
  return (
    <View className="card flush" onKeyDown={onKey}>
      <View
        id={id}
        className={isWhole ? 'map' : 'map held'}
        {...role('group')}
        aria-label="位置图，方向键移动，加号放大，减号缩小"
        tabIndex={0}
        catchMove={!isWhole}
        style={{ backgroundPosition: middle ? `${middle.left}px ${middle.top}px` : '0 0' }}
        {...handlers}
      >
        <View
          className="map-all"
          style={{ transform: middle ? `translate(${middle.left}px, ${middle.top}px)` : 'none' }}
        >
          {view &&
            seen.map(({ cluster, left }) => (
              <SitePoint
                key={cluster.at.siteId}
                cluster={cluster}
                scale={view.scale}
                chosen={cluster.all.some(({ siteId }) => chosen.includes(siteId))}
                name={sideOf(cluster.at.siteId, left)}
                onPress={() => press(cluster)}
              />
            ))}
        </View>
      </View>
      <View className="map-foot">
        <View className="grow">{view && <ScaleBar scale={view.scale} />}</View>
        <MapActs isWhole={isWhole} isClosest={isClosest} onZoom={zoom} onWhole={whole} />
      </View>
      <ChosenSites sites={sites.filter(({ siteId }) => chosen.includes(siteId))} />
    </View>
  );
};
