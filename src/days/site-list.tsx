import { useState } from 'react';
import { View } from '@tarojs/components';
import { useInfiniteQuery } from '@tanstack/react-query';
import { client } from '@/lib/client';
import { goInstead, routes } from '@/lib/routes';
import { useDebounced } from '@/lib/useDebounced';
import { useMoreAtBottom } from '@/lib/useMoreAtBottom';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Failed } from '@/ui/Failed';
import { More } from '@/ui/More';
import { Page } from '@/ui/Page';
import { Row } from '@/ui/Row';
import { SearchInput } from '@/ui/SearchInput';
import { SkeletonRows } from '@/ui/Skeleton';
import { siteKindWords } from './dayWords';

/** D4.1 Where one can go without a code to scan; the day then waits for somebody's word. */
const SiteListPage = () => {
  const [typed, setTyped] = useState('');
  const search = useDebounced(typed.trim(), 300);
  const sites = useInfiniteQuery({
    queryKey: ['grassrootsDay.findSites', search],
    queryFn: ({ pageParam }) =>
      client.grassrootsDay.findSites({ ...(search && { search }), ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const items = sites.data?.pages.flatMap((page) => page.items) ?? [];
  useMoreAtBottom(sites);
  return (
    <Page title="选一个地点">
      <View className="t14 ink2">没有码可扫，就从这里选。这一天先记为待确认，有人看过之后就算数。</View>
      <SearchInput id="site-search" hint="名字、地址、单位或拼音" value={typed} onChange={setTyped} />
      {items.length > 0 && (
        <View className="card flush rows by-icon" id="sites">
          {items.map(({ siteId, name, kind, address, orgName }) => (
            <Row
              key={siteId}
              icon="site"
              title={name}
              detail={`${siteKindWords[kind]}，${address}`}
              aside={orgName}
              onPress={() => goInstead(routes.checkIn({ siteId }))}
            />
          ))}
        </View>
      )}
      {sites.isSuccess && items.length === 0 && (
        <Empty
          icon="site"
          title={search ? '没有找到' : '还没有登记地点'}
          why={search ? '换个字试试，也可以只输拼音首字母。' : '请你单位的管理员先登记地点。'}
        >
          {search && (
            <Button kind="line" size="small" onPress={() => setTyped('')}>
              看全部
            </Button>
          )}
        </Empty>
      )}
      {sites.isPending && <SkeletonRows rows={5} />}
      <More of={sites} />
      {sites.isError && <Failed error={sites.error} onRetry={() => void sites.refetch()} />}
    </Page>
  );
};

export default SiteListPage;
