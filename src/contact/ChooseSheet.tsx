import { useState } from 'react';
import { View } from '@tarojs/components';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Holder } from '../../types/contact';
import { shortName } from '@/lib/cut';
import { useDebounced } from '@/lib/useDebounced';
import { Button } from '@/ui/Button';
import { Heading } from '@/ui/Heading';
import { PersonPicker, type Pickable } from '@/ui/PersonPicker';
import { Sheet } from '@/ui/Sheet';
import { Unsaved } from '@/ui/Unsaved';
import { choiceRefused, useChoose } from './useChoose';
import { choicesQuery } from './choicesQuery';

/** C11, D2.4 One of the cadres of the organisation that was left. */
export const ChooseSheet = ({ holder, onClose }: { holder: Holder; onClose: () => void }) => {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Pickable | null>(null);
  const search = useDebounced(typed.trim(), 250);
  const list = useInfiniteQuery(choicesQuery(holder.contactId, search));
  const choose = useChoose(holder.contactId, onClose);
  const rows = (list.data?.pages ?? [])
    .flatMap(({ items }) => items)
    .map(({ cadreId, name, title }) => ({ key: cadreId, name, title }));
  return (
    <Sheet label="选一位团干部" onClose={onClose}>
      <Heading className="t18 b">选一位团干部</Heading>
      <View className="t14 ink2 wrap-any">{holder.orgName}现在的团干部</View>
      <PersonPicker
        id="choose"
        label="团干部"
        typed={typed}
        rows={rows}
        list={list}
        chosen={chosen?.key ?? null}
        nobody="现在没有别的团干部可以选。位置还给你留着，也可以扫别的团干部的名片码。"
        onType={setTyped}
        onChoose={setChosen}
      />
      <View className="sheet-foot">
        <Unsaved error={choose.error} words={choiceRefused} />
        {chosen && (
          <Button
            id="choose-now"
            size="large"
            busy={choose.isPending}
            onPress={() => choose.follow({ cadreId: chosen.key, name: chosen.name })}
          >
            就请{shortName(chosen.name)}接着联系
          </Button>
        )}
        {!chosen && (
          <Button kind="second" size="large" onPress={onClose}>
            先不选
          </Button>
        )}
      </View>
    </Sheet>
  );
};
