import { View } from '@tarojs/components';
import type { Outputs } from '../../types/contract';
import { shortName } from '@/lib/cut';
import { goTo, routes } from '@/lib/routes';
import { serviceWords } from '@/lib/words';
import { Avatar } from '@/ui/Person';
import { Press } from '@/ui/Press';
import { FiguresBar } from './FiguresBar';

type Cadre = Outputs['org']['overview']['cadres'][number];

export const CadreRow = ({ cadre }: { cadre: Cadre }) => (
  <Press id={`cadre-${cadre.postId}`} className="row" as="link" onPress={() => goTo(routes.cadre(cadre.postId))}>
    <Avatar name={cadre.name} />
    <View className="grow beside org-line">
      <View className="grow org-cadre">
        <View className="flex g8 org-name">
          <View className="b nw">{shortName(cadre.name)}</View>
          {cadre.leadership && <View className="badge">班子成员</View>}
        </View>
        <View className="flex g8 t14 ink2 org-post">
          <View className="org-service nw">{serviceWords[cadre.service]}</View>
          <View className="wrap-any">{cadre.title}</View>
        </View>
      </View>
      <FiguresBar counted={cadre.counted} quota={cadre.quota} />
    </View>
  </Press>
);
