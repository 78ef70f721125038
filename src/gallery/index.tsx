import { View } from '@tarojs/components';
import { Page } from '@/ui/Page';
import { Controls } from './Controls';
import { Figures } from './Figures';
import { Foundations } from './Foundations';
import { Lists } from './Lists';
import { Marks } from './Marks';
import { Overlays } from './Overlays';
import { States } from './States';
import './gallery.scss';

/** Every component in all its states, to be photographed and looked at. Stands in the gallery's build only. */
const Gallery = () => (
  <Page title="所有组件" kind="wide" first>
    <View className="gallery">
      <Foundations />
      <Controls />
      <Marks />
      <Figures />
      <Lists />
      <States />
      <Overlays />
    </View>
  </Page>
);

export default Gallery;
