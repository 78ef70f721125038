import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Outputs } from '../../types/contract';
import { shortName } from '@/lib/cut';
import { serviceWords } from '@/lib/words';
import { Heading } from '@/ui/Heading';
import { Avatar } from '@/ui/Person';
import { Press } from '@/ui/Press';
import { Sheet } from '@/ui/Sheet';
import { CadreChannels } from './CadreChannels';
import { FiguresBar } from './FiguresBar';

type Cadre = Outputs['org']['overview']['cadres'][number];

export const CadreRow = ({ cadre }: { cadre: Cadre }) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Press className="row" onPress={() => setOpen(true)}>
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
      {open && (
        <Sheet label={cadre.name} onClose={() => setOpen(false)}>
          <Heading className="t22 b wrap-any">{cadre.name}</Heading>
          <View className="ink2 mt4">公开的联系方式</View>
          <View className="mt16">
            <CadreChannels postId={cadre.postId} />
          </View>
        </Sheet>
      )}
    </>
  );
};
