import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { Outputs } from '../../types/contract';
import type { SomeSites } from '@/lib/siteQueries';
import { useMoreAtBottom } from '@/lib/useMoreAtBottom';
import { Failed } from '@/ui/Failed';
import { More } from '@/ui/More';
import { SkeletonRows } from '@/ui/Skeleton';
import { NoSites } from './NoSites';
import { SiteTable } from './SiteTable';

interface Props {
  list: UseInfiniteQueryResult<InfiniteData<Outputs['grassrootsDay']['sites']>>;
  some: SomeSites;
  onRegister: () => void;
  onAll: () => void;
}

/** Sites by name, as many as were asked for so far. */
export const SiteList = ({ list, some: { search, kind, closed }, onRegister, onAll }: Props) => {
  useMoreAtBottom(list);
  const sites = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      {list.isPending && <SkeletonRows rows={5} />}
      {sites.length > 0 && <SiteTable sites={sites} />}
      {list.isSuccess && sites.length === 0 && (
        <NoSites search={search} filtered={kind !== null} closed={closed} onRegister={onRegister} onAll={onAll} />
      )}
      <More of={list} />
      {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
    </>
  );
};
