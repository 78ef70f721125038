import { View } from '@tarojs/components';
import { shortKindWords } from '@/lib/siteWords';
import { Icon } from '@/ui/Icon';
import { Press } from '@/ui/Press';
import type { Cluster } from './mapClusters';
import type { Side } from './mapNames';
import { isOnePlace, type MapSite, type Place } from './mapView';

interface Props {
  cluster: Cluster<MapSite & Place>;
  scale: number;
  chosen: boolean;
  /** Where its name stands; null where there is no room for it. */
  name: Side | null;
  onPress: () => void;
}

const labelOf = ({ at, all }: Cluster<MapSite & Place>): string => {
  if (all.length === 1) return `${at.name}，${shortKindWords[at.kind]}`;
  return isOnePlace(all) ? `同一处的 ${all.length} 个地点` : `这一片的 ${all.length} 个地点，放大`;
};

/** A site in the drawing, or how many there are about here. */
export const SitePoint = ({ cluster, scale, chosen, name, onPress }: Props) => {
  const { at, all } = cluster;
  const several = all.length > 1;
  return (
    <View className="map-at" style={{ left: `${at.x * scale}px`, top: `${at.y * scale}px` }}>
      <Press
        id={`place-${at.siteId}`}
        className={chosen ? 'map-press on' : 'map-press'}
        label={chosen ? `${labelOf(cluster)}，选中了` : labelOf(cluster)}
        onPress={onPress}
      >
        <View className={several ? 'map-dot several' : 'map-dot'}>
          {several ? all.length : <Icon name="site" size={16} />}
        </View>
      </Press>
      {name && !several && (
        <View className={`map-name ${name}`} aria-hidden="true">
          {at.name}
        </View>
      )}
    </View>
  );
};
