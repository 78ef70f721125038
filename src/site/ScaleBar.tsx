import { View } from '@tarojs/components';
import { scaleBar } from './mapScale';

const longest = 96;

/** How long a stretch of the drawing is in the world; the north is above. */
export const ScaleBar = ({ scale }: { scale: number }) => {
  const { width, words } = scaleBar(scale, longest);
  return (
    <View className="t12 ink2">
      <View className="map-bar" style={{ width: `${width}px` }} aria-hidden="true" />
      {words}，上北下南
    </View>
  );
};
