import { useState } from 'react';
import { View } from '@tarojs/components';
import { copy } from '@/lib/copy';
import { Button } from './Button';
import { role } from './role';

/** A link for somebody's chat: copied, or shown to be selected where copying is refused. */
export const CopyLink = ({ id, link }: { id: string; link: string }) => {
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <>
      <Button id={id} kind="second" onPress={() => void copy(link).then(setCopied)}>
        复制链接
      </Button>
      {copied !== null && (
        <View className="t14 ink2 mt8" {...role('status')}>
          {copied ? '已复制，发给对方就好。' : '没有复制成，请选中这个链接。'}
        </View>
      )}
      {copied === false && <View className="t14 copy-link">{link}</View>}
    </>
  );
};
