import { useState } from 'react';
import { View } from '@tarojs/components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Outputs } from '../../types/contract';
import { ago } from '@/lib/day';
import { grassrootsYearQuery } from '@/lib/queries';
import { goTo, routes } from '@/lib/routes';
import { useScanning } from '@/scan/useScanning';
import { Button } from '@/ui/Button';
import { Failed } from '@/ui/Failed';
import { Heading } from '@/ui/Heading';
import { Page } from '@/ui/Page';
import { Row } from '@/ui/Row';
import { SkeletonCard, SkeletonRows } from '@/ui/Skeleton';
import { sumOf, sumWords } from './shares';
import { thisWeekWords, weekSentence } from './weekWords';
import { WeekBand } from './WeekBand';
import { YearHead } from './YearHead';
import './days.scss';

type Year = Outputs['grassrootsDay']['year'];

const ThisWeek = ({ year: { weeks, asked } }: { year: Year }) => {
  const week = weeks.at(-1);
  if (!asked || !week)
    return (
      <View className="card">
        <Heading className="t22 b">每周一天，不要求你</Heading>
        <View className="ink2 mt8">
          每周到基层一天，要求的是省、市、县三级团委的专职和挂职团干部。你去了，照样记下。
        </View>
      </View>
    );
  return (
    <View className="card">
      <Heading className="t22 b">{thisWeekWords(week)}</Heading>
      <View className="ink2 mt8">
        {week.state === 'owed' ? '到星期天为止，到一个点扫现场的码，就算一天。' : weekSentence(week)}
      </View>
    </View>
  );
};

const Sites = ({ year: { sites, year, today } }: { year: Year }) =>
  sites.length === 0 ? null : (
    <>
      <Heading className="sec b">
        {year} 年到过 {sites.length} 个点
      </Heading>
      <View className="card flush rows by-icon" id="visited">
        {sites.map(({ siteId, name, orgName, days, last }) => (
          <Row key={siteId} icon="site" title={name} detail={`${orgName}，${days} 天`} aside={ago(last, today)} />
        ))}
      </View>
    </>
  );

/** D4.3 One's own days at the grass roots: this week, the year of weeks, where one was. */
const YearPage = () => {
  const [chosen, setChosen] = useState<number | undefined>();
  const now = useQuery(grassrootsYearQuery());
  const { data, error, refetch } = useQuery({ ...grassrootsYearQuery(chosen), placeholderData: keepPreviousData });
  const { scan, sheet } = useScanning();
  const thisYear = now.data?.year;
  return (
    <Page title="到基层">
      {!data && error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <>
          <SkeletonCard />
          <SkeletonRows rows={4} />
        </>
      )}
      {now.data && <ThisWeek year={now.data} />}
      {data && thisYear !== undefined && (
        <>
          <View className="card">
            <YearHead
              year={data.year}
              now={thisYear}
              title={`${data.year} 年每周一天`}
              aside={sumWords(sumOf(data.weeks, data.today))}
              onGo={(year) => setChosen(year === thisYear ? undefined : year)}
            />
            <WeekBand key={data.year} year={data.year} today={data.today} weeks={data.weeks} />
          </View>
          <View className="card flush rows by-icon">
            <Row id="own-days" icon="check" title="到基层的记录" onPress={() => goTo(routes.days())} />
            <Row id="own-leave" icon="calendar" title="请假" onPress={() => goTo(routes.leave())} />
          </View>
          <Sites year={data} />
        </>
      )}
      <View className="foot">
        <Button id="scan-site" size="large" icon="scan" onPress={scan}>
          扫现场码
        </Button>
      </View>
      {sheet}
    </Page>
  );
};

export default YearPage;
