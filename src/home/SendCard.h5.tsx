import { useState } from 'react';
import { View } from '@tarojs/components';
import { copy } from '@/lib/copy';
import { Button } from '@/ui/Button';
import { role } from '@/ui/role';

/** In a browser the card goes into a chat as its link: copied, or shown to be selected where copying is refused. */
export const SendCard = ({ link }: { link: string }) => {
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <>
      <Button id="send-card" kind="second" onPress={() => void copy(link).then(setCopied)}>
        复制链接
      </Button>
      {copied !== null && (
        <View className="t14 ink2 mt8" {...role('status')}>
          {copied ? '已复制，发到群里就好。' : '没有复制成，请选中这个链接。'}
        </View>
      )}
      {copied === false && <View className="t14 card-link">{link}</View>}
    </>
  );
};
