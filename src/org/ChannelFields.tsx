import { Input, View } from '@tarojs/components';
import type { Channel } from '../../types/org';
import { CIRCLES } from '../../types/words';
import { channelWords, circleWords } from '@/lib/words';
import { Chip } from '@/ui/Chip';
import { role } from '@/ui/role';

interface Props extends Channel {
  onChange: (change: Partial<Omit<Channel, 'kind'>>) => void;
}

const hints: Record<Channel['kind'], string> = {
  wechat: '微信号',
  qq: 'QQ 号',
  weibo: '微博昵称',
  phone: '电话号码',
};

/** One medium: its address, and once there is one, who may see it. */
export const ChannelFields = ({ kind, value, circle, onChange }: Props) => (
  <View className="card">
    <View className="label">{channelWords[kind]}</View>
    <View className="input in">
      <Input
        id={`channel-${kind}`}
        className="input-text"
        type={kind === 'qq' || kind === 'phone' ? 'number' : 'text'}
        aria-label={hints[kind]}
        value={value}
        maxlength={60}
        placeholder={`${hints[kind]}，不填就不公开`}
        placeholderClass="input-hint"
        onInput={({ detail }) => onChange({ value: detail.value })}
      />
    </View>
    {value.trim() !== '' && (
      <>
        <View className="label mt12">给谁看</View>
        <View className="chips" {...role('radiogroup')} aria-label={`${channelWords[kind]}给谁看`}>
          {CIRCLES.map((each) => (
            <Chip key={each} on={each === circle} onPaper onPress={() => onChange({ circle: each })}>
              {circleWords[each]}
            </Chip>
          ))}
        </View>
      </>
    )}
  </View>
);
