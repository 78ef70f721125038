import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/ui/Button';
import { role } from '@/ui/role';

/** In a browser the card goes into a chat as its link: copied, or shown to be selected where copying is refused. */
export const SendCard = ({ link }: { link: string }) => {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  const copy = async () => {
    // Without https there is no clipboard at all.
    await navigator.clipboard.writeText(link);
  };
  return (
    <>
      <Button
        id="send-card"
        kind="second"
        onPress={() =>
          void copy().then(
            () => setOutcome('copied'),
            () => setOutcome('refused'),
          )
        }
      >
        复制链接
      </Button>
      {outcome && (
        <View className="t14 ink2 mt8" {...role('status')}>
          {outcome === 'copied' ? '已复制，发到群里就好。' : '没有复制成，请选中这个链接。'}
        </View>
      )}
      {outcome === 'refused' && <View className="t14 card-link">{link}</View>}
    </>
  );
};
