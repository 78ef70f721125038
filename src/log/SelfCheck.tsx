import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { useMutation } from '@tanstack/react-query';
import { client } from '@/lib/client';
import { copy } from '@/lib/copy';
import { tell } from '@/lib/tell';
import { Button } from '@/ui/Button';
import { Heading } from '@/ui/Heading';
import { Sheet } from '@/ui/Sheet';
import { Unsaved } from '@/ui/Unsaved';

const copyIt = async (text: string): Promise<void> => tell((await copy(text)) ? '已复制' : '没有复制成，请选中文字');

/** D7.4 A text drafted from the same figures, to be copied and completed by hand. */
export const SelfCheck = ({ quarter }: { quarter: string }) => {
  const [open, setOpen] = useState(false);
  const draft = useMutation({
    mutationFn: () => client.contactLog.selfCheck({ quarter }),
    onSuccess: () => setOpen(true),
  });
  return (
    <>
      <Unsaved error={draft.error} />
      <Button id="self-check" kind="second" icon="doc" busy={draft.isPending} onPress={() => draft.mutate()}>
        生成自查文字
      </Button>
      {open && draft.data && (
        <Sheet label="自查文字" onClose={() => setOpen(false)}>
          <Heading className="t18 b">自查文字</Heading>
          <View className="t14 ink2 mt4">按你的记录写的，复制出去再补上自己的话。</View>
          <View className="note col g8 mt12 self-check">
            {draft.data.text.split('\n').map((line) => (
              <View key={line}>
                <Text userSelect>{line}</Text>
              </View>
            ))}
          </View>
          <View className="sheet-foot">
            <Button id="copy-self-check" onPress={() => void copyIt(draft.data.text)}>
              复制
            </Button>
          </View>
        </Sheet>
      )}
    </>
  );
};
