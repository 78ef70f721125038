import { View } from '@tarojs/components';
import { Icon } from '@/ui/Icon';
import { Press } from '@/ui/Press';

interface Props {
  isWhole: boolean;
  isClosest: boolean;
  onZoom: (factor: number) => void;
  onWhole: () => void;
}

const classOf = (off: boolean) => (off ? 'map-act off' : 'map-act');

/** Closer, farther, all of it. */
export const MapActs = ({ isWhole, isClosest, onZoom, onWhole }: Props) => (
  <View className="map-acts">
    <Press id="map-closer" className={classOf(isClosest)} label="放大" disabled={isClosest} onPress={() => onZoom(2)}>
      <Icon name="plus" size={20} />
    </Press>
    <Press id="map-farther" className={classOf(isWhole)} label="缩小" disabled={isWhole} onPress={() => onZoom(0.5)}>
      <View className="map-minus" />
    </Press>
    <Press id="map-whole" className={`${classOf(isWhole)} t14`} disabled={isWhole} onPress={onWhole}>
      全部
    </Press>
  </View>
);
