import { View } from '@tarojs/components';
import type { Channel } from '../../types/org';
import { CIRCLES } from '../../types/words';
import { channelWords, circleWords } from '@/lib/words';
import { Choices } from '@/ui/Choices';
import { TextField } from '@/ui/TextField';

interface Props extends Channel {
  problem?: string;
  onChange: (change: Partial<Omit<Channel, 'kind'>>) => void;
}

const hints: Record<Channel['kind'], string> = {
  wechat: '微信号',
  qq: 'QQ 号',
  weibo: '微博昵称',
  phone: '电话号码',
};

const keys = { wechat: 'text', qq: 'digits', weibo: 'text', phone: 'phone' } as const;

/** One medium: its address, and once there is one, who may see it. */
export const ChannelFields = ({ kind, value, circle, problem, onChange }: Props) => {
  const id = `channel-${kind}`;
  return (
    <View className="card">
      <TextField
        id={id}
        kind={keys[kind]}
        label={channelWords[kind]}
        name={`${channelWords[kind]}，${hints[kind]}`}
        hint={`${hints[kind]}，不填就不公开`}
        value={value}
        longest={60}
        problem={problem}
        onChange={(typed) => onChange({ value: typed })}
      />
      {value.trim() !== '' && (
        <>
          <View className="label mt12">给谁看</View>
          <Choices
            id={`${id}-circle`}
            label={`${channelWords[kind]}给谁看`}
            options={CIRCLES}
            chosen={circle}
            onPaper
            onChoose={(each) => onChange({ circle: each })}
          >
            {(each) => circleWords[each]}
          </Choices>
        </>
      )}
    </View>
  );
};
