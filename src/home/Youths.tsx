import { useState } from 'react';
import { View } from '@tarojs/components';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type SomeYouths, youthsQuery } from '@/lib/queries';
import { goTo, routes } from '@/lib/routes';
import { useDebounced } from '@/lib/useDebounced';
import { useMoreAtBottom } from '@/lib/useMoreAtBottom';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Failed } from '@/ui/Failed';
import { More } from '@/ui/More';
import { Page } from '@/ui/Page';
import { Press } from '@/ui/Press';
import { SearchInput } from '@/ui/SearchInput';
import { SkeletonChips, SkeletonRows } from '@/ui/Skeleton';
import { Unsent } from './Unsent';
import { totalOf, YouthFilter } from './YouthFilter';
import { YouthRow } from './YouthRow';
import { role } from '@/ui/role';

/** A cadre's own youths, the newest first. */
export const Youths = ({ today, onScan }: { today: string; onScan: () => void }) => {
  const [typed, setTyped] = useState('');
  const [some, setSome] = useState<SomeYouths | null>(null);
  const search = useDebounced(typed.trim(), 250);
  const list = useInfiniteQuery(youthsQuery(search, some));
  useMoreAtBottom(list);

  const pages = list.data?.pages ?? [];
  const held = pages[0]?.held;
  const rows = pages.flatMap(({ items }) => items);
  const total = held ? totalOf(held) : 0;
  const showAll = () => {
    setTyped('');
    setSome(null);
  };

  const content = () => {
    if (list.isPending) return <SkeletonRows rows={6} />;
    if (rows.length > 0) {
      return (
        <View>
          <View className="sec">
            <View>新联系的在前</View>
            <Press id="log-several" className="text-btn" onPress={() => goTo(routes.log({ choose: 'yes' }))}>
              多选记一笔
            </Press>
          </View>
          <View className="card flush rows by-ava">
            {rows.map((row) => (
              <YouthRow key={row.contactId} row={row} today={today} />
            ))}
          </View>
        </View>
      );
    }
    if (list.isError) return null;
    if (total === 0) {
      return (
        <Empty icon="people" title="还没有联系的青年" why="请对方打开“我的码”，你扫一下就建立了联系。">
          <Button size="small" icon="scan" onPress={onScan}>
            扫一扫
          </Button>
        </Empty>
      );
    }
    return (
      <View {...role('status')}>
        <Empty
          icon="search"
          title={search ? `没有找到“${search}”` : '这里还没有人'}
          why="名字里的字可能不同，试试拼音或首字母。"
        >
          <Press className="text-btn" onPress={showAll}>
            清空，看全部 {total} 位
          </Press>
        </Empty>
      </View>
    );
  };

  return (
    <Page title="青年" kind="over-tabs" first>
      <Unsent />
      <SearchInput id="search" hint="姓名、拼音或首字母" value={typed} onChange={setTyped} />
      {list.isPending && <SkeletonChips />}
      {held && total > 0 && <YouthFilter held={held} some={some} onChange={setSome} />}
      {content()}
      <More of={list} />
      {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
    </Page>
  );
};
