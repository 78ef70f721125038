import { View } from '@tarojs/components';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Outputs } from '../../types/contract';
import { client } from '@/lib/client';
import { isRefused } from '@/lib/say';
import { Failed } from '@/ui/Failed';
import { Heading } from '@/ui/Heading';
import { More } from '@/ui/More';
import { SkeletonCard, SkeletonRows } from '@/ui/Skeleton';
import { CadreRow } from './CadreRow';
import { OrgActs } from './OrgActs';
import { OrgSide } from './OrgSide';
import { OutOfScope } from './OutOfScope';
import { Below, Trail } from './Tree';
import { thousands } from './thousands';
import './org.scss';

type Overview = Outputs['org']['overview'];

const TotalHeld = (total: Overview['total']) => (
  <>
    <View className="flex baseline mt16">
      <View className="t32 b">{thousands(total.counted)}</View>
      <View className="t14 ink2"> / {thousands(total.quota)} 位</View>
    </View>
    <View className="bar mt12" aria-hidden="true">
      <View className="bar-done" style={{ width: `${Math.min(100, (total.counted / total.quota) * 100)}%` }} />
    </View>
  </>
);

const Total = ({ org, total }: Pick<Overview, 'org' | 'total'>) => (
  <View className="card">
    <Heading className="t18 b wrap-any">{org.name}</Heading>
    <View className="t14 ink2 mt4">{thousands(total.cadres)} 名团干部，下级都算在内</View>
    {total.quota > 0 && <TotalHeld {...total} />}
  </View>
);

/** D1.5 One organisation: its sums, its own cadres by name, and the sums of those below, to be opened one by one. */
export const OrgFigures = ({ orgId }: { orgId?: number }) => {
  const overview = useInfiniteQuery({
    queryKey: ['org.overview', orgId],
    queryFn: ({ pageParam }) =>
      client.org.overview({ ...(orgId !== undefined && { orgId }), ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const pages = overview.data?.pages ?? [];
  const [first] = pages;
  if (!first) {
    if (isRefused(overview.error, 'OUT_OF_SCOPE')) return <OutOfScope error={overview.error} />;
    return overview.isError ? (
      <Failed error={overview.error} onRetry={() => void overview.refetch()} />
    ) : (
      <>
        <SkeletonCard />
        <SkeletonRows />
      </>
    );
  }
  const cadres = pages.flatMap((page) => page.cadres);
  return (
    <View className="org">
      <OrgSide {...first} />
      <View className="org-head">
        <Trail {...first} />
        <Total {...first} />
        <OrgActs {...first.org} />
      </View>
      <View className="org-main">
        <Heading className="sec b org-phone">本级团干部</Heading>
        <View className="card flush rows by-ava">
          <View className="t12 ink3 org-heads" aria-hidden="true">
            <View className="org-head-name">本级团干部，班子成员在前</View>
            <View className="org-head-service">类别</View>
            <View className="grow">职务</View>
            <View>已联系 / 应联系</View>
          </View>
          {cadres.length === 0 && <View className="row ink2">这一级还没有团干部。</View>}
          {cadres.map((cadre) => (
            <CadreRow key={cadre.postId} cadre={cadre} />
          ))}
        </View>
        <More of={overview} />
      </View>
      <Below {...first} />
    </View>
  );
};
