import { View } from '@tarojs/components';
import { Icon } from './Icon';
import { Press } from './Press';
import { TextInput } from './TextInput';

interface Props {
  id: string;
  hint: string;
  value: string;
  onChange: (value: string) => void;
}

export const SearchInput = ({ id, hint, value, onChange }: Props) => (
  <View className="input">
    <Icon name="search" size={20} />
    <TextInput id={id} kind="search" name={`搜索：${hint}`} hint={hint} value={value} onChange={onChange} />
    {value && (
      <Press className="input-clear" label="清空" onPress={() => onChange('')}>
        <Icon name="close" size={20} />
      </Press>
    )}
  </View>
);
