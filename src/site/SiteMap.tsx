import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import type { SomeSites } from '@/lib/siteQueries';
import { Empty } from '@/ui/Empty';
import { Failed } from '@/ui/Failed';
import { Press } from '@/ui/Press';
import { role } from '@/ui/role';
import { NoSites } from './NoSites';
import { SiteDrawing } from './SiteDrawing';
import { siteMapQuery } from './siteMapQuery';
import './map.scss';

interface Props {
  some: SomeSites;
  onRegister: () => void;
  onAll: () => void;
  onList: () => void;
}

const ToList = ({ onList }: Pick<Props, 'onList'>) => (
  <Press id="map-to-list" className="text-btn" onPress={onList}>
    在列表里看
  </Press>
);

/** D4.1 The list's sites, drawn where they are; those without a position are only in the list. */
export const SiteMap = ({ some, onRegister, onAll, onList }: Props) => {
  const { data, error, isPending, refetch } = useQuery(siteMapQuery(some));
  if (isPending) return <View className="card map-wait after-a-while" {...role('status')} aria-label="正在打开" />;
  if (!data) return <Failed error={error} onRetry={() => void refetch()} />;
  const { items, unplaced, more } = data;
  if (items.length === 0 && unplaced === 0) {
    const { search, kind, closed } = some;
    return <NoSites search={search} filtered={kind !== null} closed={closed} onRegister={onRegister} onAll={onAll} />;
  }
  if (items.length === 0)
    return (
      <Empty
        icon="site"
        title="没有一个画得出来"
        why={`这 ${unplaced} 个地点都没有填位置。在“改资料”里填上，就在图上。`}
      >
        <ToList onList={onList} />
      </Empty>
    );
  return (
    <>
      <SiteDrawing sites={items} />
      {more > 0 && (
        <View className="note">
          一张图最多画 {items.length} 个，还有 {more} 个没有画上。搜索，或者只看一类，就看得到。
        </View>
      )}
      {unplaced > 0 && (
        <View className="t14 ink2 sentence">
          还有 {unplaced} 个地点没有位置，不在图上。
          <ToList onList={onList} />
        </View>
      )}
    </>
  );
};
