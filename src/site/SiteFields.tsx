import { View } from '@tarojs/components';
import { SITE_KINDS } from '../../types/words';
import { siteKindWords } from '@/lib/siteWords';
import { Button } from '@/ui/Button';
import { Choices } from '@/ui/Choices';
import { Labelled } from '@/ui/Labelled';
import { TextField } from '@/ui/TextField';
import { choosePlace } from './choosePlace';
import { longest, type SiteDraft, type SiteProblems } from './siteDraft';

interface Props {
  draft: SiteDraft;
  problems: SiteProblems;
  onChange: (change: Partial<SiteDraft>) => void;
}

/** D4.1 What a site is, what it is called and where it is. */
export const SiteFields = ({ draft, problems, onChange }: Props) => {
  const choose = async () => {
    const place = await choosePlace();
    if (!place) return;
    onChange({
      position: place.position,
      ...(!draft.name && { name: place.name.slice(0, longest.name) }),
      ...(!draft.address && { address: place.address.slice(0, longest.address) }),
    });
  };
  return (
    <>
      <View className="part">
        <Labelled id="kind" label="类别" problem={problems.kind}>
          <Choices
            id="kind"
            label="类别"
            options={SITE_KINDS}
            chosen={draft.kind}
            onPaper
            problem={problems.kind}
            onChoose={(kind) => onChange({ kind })}
          >
            {(kind) => siteKindWords[kind]}
          </Choices>
        </Labelled>
      </View>
      <View className="part">
        <TextField
          id="name"
          label="名称"
          hint="比如：罗村青少年服务台"
          longest={longest.name}
          value={draft.name}
          problem={problems.name}
          onChange={(name) => onChange({ name })}
        />
      </View>
      <View className="part">
        <TextField
          id="address"
          label="地址"
          hint="比如：南海区罗村街道朝阳路 2 号"
          longest={longest.address}
          value={draft.address}
          problem={problems.address}
          onChange={(address) => onChange({ address })}
        />
      </View>
      <View className="part">
        <TextField
          id="position"
          label="位置，可不填"
          hint="纬度,经度，比如 23.02861,113.10702"
          longest={40}
          value={draft.position}
          problem={problems.position}
          onChange={(position) => onChange({ position })}
        />
        {process.env.TARO_ENV === 'weapp' && (
          <View className="mt8">
            <Button id="choose-place" kind="second" size="small" icon="site" onPress={() => void choose()}>
              在地图上选
            </Button>
          </View>
        )}
        <View className="t12 ink3 mt8">
          用来算团干部离这里多远，只作参考；不填也不影响。用微信、高德或腾讯地图的坐标。
        </View>
      </View>
    </>
  );
};
