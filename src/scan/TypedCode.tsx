import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/ui/Button';
import { TextInput } from '@/ui/TextInput';

/** The way on without a camera: what the code says, pasted or typed. */
export const TypedCode = ({ onText }: { onText: (text: string) => void }) => {
  const [typed, setTyped] = useState('');
  const take = (text: string) => {
    if (!text.trim()) return;
    onText(text.trim());
    setTyped('');
  };
  return (
    <View className="card">
      <View className="label">输入码的内容</View>
      <View className="input in" data-testid="scan-text">
        <TextInput
          id="code-text"
          name="输入码的内容"
          hint="粘贴码里的链接"
          value={typed}
          longest={512}
          onChange={setTyped}
          onConfirm={take}
        />
      </View>
      <View className="mt12" />
      <Button kind="second" id="take-text" onPress={() => take(typed)}>
        看看这个码
      </Button>
    </View>
  );
};
