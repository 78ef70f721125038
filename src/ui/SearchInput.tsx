import { Input, View } from '@tarojs/components';
import { Icon } from './Icon';
import { Press } from './Press';

interface Props {
  id: string;
  hint: string;
  value: string;
  onChange: (value: string) => void;
}

export const SearchInput = ({ id, hint, value, onChange }: Props) => (
  <View className="input">
    <Icon name="search" size={20} />
    <Input
      id={id}
      className="input-text"
      aria-label={hint}
      value={value}
      maxlength={30}
      placeholder={hint}
      placeholderClass="input-hint"
      confirmType="search"
      onInput={({ detail }) => onChange(detail.value)}
    />
    {value && (
      <Press className="input-clear" label="清空" onPress={() => onChange('')}>
        <Icon name="close" size={20} />
      </Press>
    )}
  </View>
);
