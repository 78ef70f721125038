import { useState } from 'react';
import { View } from '@tarojs/components';
import { useInfiniteQuery } from '@tanstack/react-query';
import { client } from '@/lib/client';
import { shortName } from '@/lib/cut';
import { monthAndDay } from '@/lib/day';
import { organisationChanged } from '@/lib/queries';
import { tell } from '@/lib/tell';
import { useDebounced } from '@/lib/useDebounced';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { Heading } from '@/ui/Heading';
import { PersonPicker } from '@/ui/PersonPicker';
import { Sheet } from '@/ui/Sheet';
import { Unsaved } from '@/ui/Unsaved';
import type { CadreEntry } from './cadreEntry';
import { successorsQuery } from './successionQueries';

interface Props {
  postId: string;
  entry: Pick<CadreEntry, 'name' | 'orgName'>;
  handOver: NonNullable<CadreEntry['handOver']>;
  onClose: () => void;
}

/** C11 Names who is to follow in a post, or nobody any more; the youths choose. */
export const SuccessorSheet = ({ postId, entry, handOver, onClose }: Props) => {
  const { contacts, until, successor } = handOver;
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(successor && { key: successor.postId, ...successor });
  const search = useDebounced(typed.trim(), 250);
  const list = useInfiniteQuery(successorsQuery(postId, search));
  const rows = (list.data?.pages ?? []).flatMap(({ items }) => items).map((one) => ({ key: one.postId, ...one }));
  const name = useWrite(client.org.nameSuccessor, () => {
    void organisationChanged();
    void tell('记下了');
    onClose();
  });
  const settle = (successorPostId: string | null) => name.mutate({ postId, successorPostId });
  return (
    <Sheet label="定接任的人" onClose={onClose}>
      <Heading className="t22 b">定接任的人</Heading>
      <View className="ink2 mt4 wrap-any">
        {contacts > 0 ? `${entry.name}联系着 ${contacts} 位青年。` : ''}
        你定一位，每位青年自己选：请这一位接着联系，换一位，或者离开。到{monthAndDay(until)}都可以选。
      </View>
      <PersonPicker
        id="successor"
        label="接任的人"
        typed={typed}
        rows={rows}
        list={list}
        chosen={chosen?.key ?? null}
        nobody={`${entry.orgName}现在没有别的团干部，青年可以扫别处团干部的名片码。`}
        onType={setTyped}
        onChoose={({ key, ...one }) => setChosen({ key, postId: key, ...one })}
      />
      <View className="sheet-foot">
        <Unsaved error={name.error} />
        <View className="col g8">
          {chosen && chosen.key !== successor?.postId && (
            <Button id="name-successor" busy={name.isPending} onPress={() => settle(chosen.key)}>
              就定{shortName(chosen.name)}
            </Button>
          )}
          {successor && (
            <Button id="no-successor" kind="line" busy={name.isPending} onPress={() => settle(null)}>
              先不定了
            </Button>
          )}
          <Button kind="quiet" onPress={onClose}>
            以后再说
          </Button>
        </View>
      </View>
    </Sheet>
  );
};
