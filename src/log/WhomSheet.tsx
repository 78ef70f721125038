import { useState } from 'react';
import { View } from '@tarojs/components';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { policy } from '../../config/policy';
import type { Outputs } from '../../types/contract';
import { ago } from '@/lib/day';
import type { Whom } from '@/lib/handedOver';
import { offerQuery, youthsQuery } from '@/lib/queries';
import { tell } from '@/lib/tell';
import { useDebounced } from '@/lib/useDebounced';
import { Button } from '@/ui/Button';
import { Failed } from '@/ui/Failed';
import { Heading } from '@/ui/Heading';
import { More } from '@/ui/More';
import { Press } from '@/ui/Press';
import { SearchInput } from '@/ui/SearchInput';
import { Sheet } from '@/ui/Sheet';
import { SkeletonRows } from '@/ui/Skeleton';
import { WhomRow } from './WhomRow';

interface Props {
  people: Whom[];
  recent: Outputs['contactLog']['offer']['recent'];
  today: string;
  onChange: (people: Whom[]) => void;
  onClose: () => void;
}

const most = policy.contactLog.youths;

/** One or several of one's own youths, those of late first, or by name, pinyin or initials. */
export const WhomSheet = ({ people, recent, today, onChange, onClose }: Props) => {
  const [typed, setTyped] = useState('');
  const search = useDebounced(typed.trim(), 250);
  const list = useInfiniteQuery(youthsQuery(search, null));
  const offer = useQuery(offerQuery);
  // Nobody moves away under a thumb: those of late stand first, or not at all.
  const waits = list.isPending || (!search && offer.isLoading);
  const lately = search || waits ? [] : recent;
  const rows = (waits ? [] : (list.data?.pages ?? []))
    .flatMap(({ items }) => items)
    .filter(({ contactId }) => !lately.some((one) => one.contactId === contactId));
  const isChosen = ({ contactId }: Whom) => people.some((one) => one.contactId === contactId);
  const add = (more: Whom[]) => {
    const all = [...people, ...more.filter((one) => !isChosen(one))];
    if (all.length > most) void tell(`一笔最多 ${most} 位`);
    onChange(all.slice(0, most).map(({ contactId, name }) => ({ contactId, name })));
  };
  const toggle = (whom: Whom) => {
    if (isChosen(whom)) onChange(people.filter(({ contactId }) => contactId !== whom.contactId));
    else add([whom]);
  };
  return (
    <Sheet label="和谁" onClose={onClose}>
      <View className="whom-search">
        <Heading className="t18 b">和谁</Heading>
        <SearchInput id="search-whom" hint="姓名、拼音或首字母" value={typed} onChange={setTyped} />
      </View>
      <View className="whom">
        {lately.length > 0 && (
          <>
            <View className="sec">最近联系的</View>
            <View className="rows by-ava" id="whom-lately">
              {lately.map((one) => (
                <WhomRow
                  key={one.contactId}
                  name={one.name}
                  lastly={ago(one.lastOn, today)}
                  chosen={isChosen(one)}
                  onPress={() => toggle(one)}
                />
              ))}
            </View>
          </>
        )}
        {rows.length > 0 && (
          <>
            <View className="sec">
              <View>{search ? '找到的' : '我联系的青年'}</View>
              <Press className="text-btn" onPress={() => add(rows)}>
                这 {rows.length} 位都选上
              </Press>
            </View>
            <View className="rows by-ava" id="whom-all">
              {rows.map((row) => (
                <WhomRow key={row.contactId} {...row} chosen={isChosen(row)} onPress={() => toggle(row)} />
              ))}
            </View>
          </>
        )}
        <More of={list} />
        {waits && <SkeletonRows rows={4} />}
        {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
        {list.isSuccess && !waits && rows.length === 0 && lately.length === 0 && (
          <View className="ink2 tc whom-nobody">
            {search ? `没有找到“${search}”，试试拼音或首字母。` : '还没有联系的青年，先扫一扫对方的码。'}
          </View>
        )}
      </View>
      <View className="sheet-foot">
        <Button id="whom-done" kind={people.length > 0 ? undefined : 'second'} size="large" onPress={onClose}>
          {people.length > 0 ? `就这 ${people.length} 位` : '先不选'}
        </Button>
      </View>
    </Sheet>
  );
};
