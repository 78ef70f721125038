import { useState } from 'react';
import { Input, View } from '@tarojs/components';
import { Button } from '@/ui/Button';

/** The way on without a camera: what the code says, pasted or typed. */
export const TypedCode = ({ onText }: { onText: (text: string) => void }) => {
  const [typed, setTyped] = useState('');
  const take = () => {
    if (!typed.trim()) return;
    onText(typed.trim());
    setTyped('');
  };
  return (
    <View className="card">
      <View className="label">输入码的内容</View>
      <View className="input in">
        <Input
          className="input-text"
          data-testid="scan-text"
          aria-label="码的内容"
          value={typed}
          maxlength={512}
          placeholder="粘贴码里的链接"
          placeholderClass="input-hint"
          confirmType="done"
          onInput={({ detail }) => setTyped(detail.value)}
          onConfirm={take}
        />
      </View>
      <View className="mt12" />
      <Button kind="second" id="take-text" onPress={take}>
        看看这个码
      </Button>
    </View>
  );
};
