import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { policy } from '../../config/policy';
import type { Preview } from '../../types/contact';
import { meQuery } from '@/lib/queries';
import { fieldWords } from '@/lib/words';
import { Icon } from '@/ui/Icon';
import { FieldAndUnit, HolderDots, OrgAndTitle, PersonHead } from '@/ui/Person';
import { Ring } from '@/ui/Ring';
import { effectWords, spreadWords } from './effectWords';

type YouthPreview = Extract<Preview, { kind: 'youth' }>;
type CadrePreview = Extract<Preview, { kind: 'cadre' }>;

const Places = ({ words, holders, cap }: { words: string; holders: number; cap: number }) => (
  <View className="flex between places">
    <View className="ink2">{words}</View>
    <View className="flex g8">
      <HolderDots holders={holders} cap={cap} />
      <View className="t14 ink3">{holders < cap ? `还可 ${cap - holders} 名` : '已满'}</View>
    </View>
  </View>
);

const Effect = ({ youth, effect }: YouthPreview) => {
  const { data: me } = useQuery({ ...meQuery, enabled: false });
  if (!effect.counts) {
    return (
      <View className="note warn flex top g12">
        <View className="warn">
          <Icon name="clock" size={20} />
        </View>
        <View>
          <View className="b">可以联系，满 {policy.age.uncountedFrom} 岁不计入</View>
          <View>联系照常，只是不算在 {effect.quota} 位里。</View>
        </View>
      </View>
    );
  }
  const word = fieldWords[youth.field];
  const spread = spreadWords(effect);
  return (
    <View className="note soft flex g12">
      <Ring size={44} line={5} done={(effect.nth - 1) / effect.quota} gain={effect.nth / effect.quota} />
      <View>
        <View className="t18 b">
          第 {effect.nth} 位，{word} {effect.fieldCount} 人
        </View>
        <View className="t14 ink2">{effectWords({ field: youth.field, ...effect }, me?.cadre?.standing)}</View>
        {spread && <View className="t12 ink3">{spread}</View>}
      </View>
    </View>
  );
};

const YouthCard = (preview: YouthPreview) => {
  const { youth, holders, cap } = preview;
  return (
    <>
      <PersonHead
        name={youth.name}
        field={youth.field}
        badge={youth.minor && <View className="badge warn">未成年</View>}
        large
      >
        <FieldAndUnit field={youth.field} unit={youth.unit} />
      </PersonHead>
      <Places words={holders === 0 ? '还没有团干部联系' : `已有 ${holders} 名团干部联系`} holders={holders} cap={cap} />
      <Effect {...preview} />
    </>
  );
};

const CadreCard = ({ cadre, holders, cap }: CadrePreview) => (
  <>
    <PersonHead name={cadre.publicName} large>
      <OrgAndTitle {...cadre} />
    </PersonHead>
    <Places
      words={holders === 0 ? '还没有团干部联系你' : `已有 ${holders} 名团干部联系你`}
      holders={holders}
      cap={cap}
    />
    <View className="note soft flex top g12">
      <View className="brand">
        <Icon name="eye" size={20} />
      </View>
      <View>
        <View className="b">会看到你的姓名、年龄、领域和单位</View>
        <View className="ink2">你随时可以离开，当场生效。</View>
      </View>
    </View>
  </>
);

/** D2.2 Who was scanned, how many hold them, and what confirming would do. */
export const PreviewCard = (preview: Preview) =>
  preview.kind === 'youth' ? <YouthCard {...preview} /> : <CadreCard {...preview} />;
