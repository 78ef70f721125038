import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Outputs } from '../../types/contract';
import { client } from '@/lib/client';
import { daysAfter } from '@/lib/day';
import { meQuery } from '@/lib/queries';
import { tablesHere } from '@/lib/tableFile';
import { isRefused } from '@/lib/say';
import { OutOfScope } from '@/org/OutOfScope';
import { orgQuery } from '@/org/orgQuery';
import { thousands } from '@/org/thousands';
import { Empty } from '@/ui/Empty';
import { Failed } from '@/ui/Failed';
import { Heading } from '@/ui/Heading';
import { More } from '@/ui/More';
import { Page } from '@/ui/Page';
import { Segments } from '@/ui/Segments';
import { SkeletonRows } from '@/ui/Skeleton';
import { GridLine } from './GridLine';
import { TakeGrid } from './TakeGrid';
import { WeekLegend } from './WeekLegend';
import { YearHead } from './YearHead';
import './days.scss';
import './grid.scss';

type Grid = Outputs['grassrootsDay']['grid'];
type Of = 'own' | 'below';

const ofSegments = [
  { name: 'own', word: '本级' },
  { name: 'below', word: '下级' },
] as const;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const Shares = ({ sums: { all, leaders, others } }: { sums: NonNullable<Grid['sums']> }) => (
  <View>
    {all.share === null ? (
      <View className="ink2">还没有可以算的周。</View>
    ) : (
      <View className="flex baseline grid-share">
        <View className="t32 b">{percent(all.share)}</View>
        <View className="ink2">
          {' '}
          的周做到了，{thousands(all.met)} / {thousands(all.eligible)} 人周，不要求的不计
        </View>
      </View>
    )}
    {leaders.share !== null && others.share !== null && (
      <View className="t14 ink2 mt4">
        班子成员 {thousands(leaders.met)} / {thousands(leaders.eligible)}，其他团干部 {thousands(others.met)} /{' '}
        {thousands(others.eligible)}
      </View>
    )}
  </View>
);

/** D10.1 The month of a week is that of its Thursday, as its quarter. */
const monthOf = (monday: string): number => (monday ? Number(daysAfter(monday, 3).slice(5, 7)) : 0);

/** Where each month begins. */
const Months = ({ mondays }: { mondays: readonly string[] }) => (
  <View className="grid-line grid-heads t12 ink3" aria-hidden="true">
    <View className="grid-name" />
    <View className="grid-cells">
      {mondays.map((monday, place) => {
        const begins = monthOf(monday) !== monthOf(mondays[place - 1] ?? '');
        return (
          <View key={monday} className="grid-place">
            {begins && <View className="grid-month">{monthOf(monday)}月</View>}
          </View>
        );
      })}
    </View>
    <View className="grid-sum tr">做到</View>
  </View>
);

const Lines = ({ grid, rows, below }: { grid: Grid; rows: Grid['rows']; below: boolean }) => {
  const [opened, setOpened] = useState<{ postId: string; monday: string } | null>(null);
  return (
    <View className="card flush grid" id="grid">
      <Months mondays={grid.mondays} />
      {rows.map((line, place) => (
        <View key={line.postId}>
          {line.leadership !== rows[place - 1]?.leadership && (
            <Heading className="grid-group t12 ink3">{line.leadership ? '班子成员' : '其他团干部'}</Heading>
          )}
          <GridLine
            grid={grid}
            line={line}
            below={below}
            opened={opened?.postId === line.postId ? opened.monday : null}
            onOpen={(monday) => setOpened(monday === null ? null : { postId: line.postId, monday })}
          />
        </View>
      ))}
    </View>
  );
};

/** D8.2 Week by cadre: who was at the grass roots in which week, and what it sums up to. */
const GridPage = () => {
  const { orgId: asked } = useRouter().params;
  const { data: me } = useQuery(meQuery);
  const orgId = asked ? Number(asked) : me?.administers[0]?.orgId;
  const [year, setYear] = useState<number | undefined>();
  const [of, setOf] = useState<Of>('own');
  const { data: org } = useQuery({ ...orgQuery(orgId ?? 0), enabled: orgId !== undefined });
  const grid = useInfiniteQuery({
    queryKey: ['grassrootsDay.grid', orgId, year, of],
    queryFn: ({ pageParam }) =>
      client.grassrootsDay.grid({
        orgId: orgId ?? 0,
        of,
        ...(year !== undefined && { year }),
        ...(pageParam && { cursor: pageParam }),
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: orgId !== undefined,
    placeholderData: keepPreviousData,
  });
  const [first] = grid.data?.pages ?? [];
  const rows = grid.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Page title="每周一天" kind="wide">
      {!first && isRefused(grid.error, 'OUT_OF_SCOPE') && <OutOfScope error={grid.error} />}
      {!first && grid.isError && !isRefused(grid.error, 'OUT_OF_SCOPE') && (
        <Failed error={grid.error} onRetry={() => void grid.refetch()} />
      )}
      {!first && !grid.isError && <SkeletonRows rows={8} />}
      {first && (
        <>
          <View className="grid-top">
            <View className="grow">
              <Heading className="t18 b wrap-any">{org?.org.name ?? ''}</Heading>
              <YearHead
                year={first.year}
                now={Number(first.today.slice(0, 4))}
                title={`${first.year} 年`}
                aside=""
                onGo={setYear}
              />
            </View>
            <View className="grid-of-whom on-ground">
              <Segments id="of" label="看哪些团干部" segments={ofSegments} chosen={of} onChoose={setOf} />
            </View>
          </View>
          {first.sums ? (
            <Shares sums={first.sums} />
          ) : (
            <View className="ink2">
              一共 {thousands(first.cadres ?? 0)} 位团干部，人多，这里不合计。想看合计，请打开下面的一个团组织。
            </View>
          )}
          {tablesHere && orgId !== undefined && rows.length > 0 && <TakeGrid grid={first} orgId={orgId} of={of} />}
          <WeekLegend missing={rows.some(({ weeks }) => weeks.includes('c'))} plain />
          {rows.length > 0 ? (
            <Lines key={`${first.year} ${of}`} grid={first} rows={rows} below={of === 'below'} />
          ) : (
            <Empty
              icon="site"
              title="这里没有要求每周一天的团干部"
              why="要求的是省、市、县三级团委的专职和挂职团干部。"
            />
          )}
          <More of={grid} />
        </>
      )}
    </Page>
  );
};

export default GridPage;
