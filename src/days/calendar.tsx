import { useState } from 'react';
import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import type { Outputs } from '../../types/contract';
import { client } from '@/lib/client';
import { queries } from '@/lib/queries';
import { isRefused } from '@/lib/say';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { OutOfScope } from '@/org/OutOfScope';
import { Button } from '@/ui/Button';
import { Failed } from '@/ui/Failed';
import { Heading } from '@/ui/Heading';
import { Page } from '@/ui/Page';
import { Row } from '@/ui/Row';
import { SkeletonRows } from '@/ui/Skeleton';
import { TextArea } from '@/ui/TextArea';
import { Unsaved } from '@/ui/Unsaved';
import { daySpans } from './weekWords';
import './days.scss';

type Read = Outputs['grassrootsDay']['loadCalendar'];

const longest = 4000;

/** Which year a notice is of; the one after those that are known, where it does not say so. */
const yearOf = (notice: string, known: readonly number[]): number =>
  Number(/(\d{4})年\s*部分节假日/.exec(notice)?.[1] ?? Math.max(...known) + 1);

const days = (list: readonly string[]): string => (list.length > 0 ? daySpans(list) : '没有');

const ReadWords = ({ read }: { read: Read }) => (
  <View className="card" id="read">
    <Heading className="b">{read.year} 年读出来是这样</Heading>
    <View className="t14 ink2 mt8">放假的工作日：{days(read.off)}</View>
    <View className="t14 ink2 mt8">上班的周末：{days(read.worked)}</View>
    {read.replaces && <View className="t14 warn mt8">这一年已经有了，载入会换掉它，旧的留着可查。</View>}
  </View>
);

const Load = ({ known }: { known: readonly number[] }) => {
  const [notice, setNotice] = useState('');
  const [read, setRead] = useState<Read | null>(null);
  const look = useWrite(client.grassrootsDay.loadCalendar, setRead);
  const load = useWrite(client.grassrootsDay.loadCalendar, () => {
    void queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => String(name).startsWith('grassrootsDay.') });
    void tell('已载入，相关的周会重新算');
    setNotice('');
    setRead(null);
  });
  const input = { year: yearOf(notice, known), notice };
  return (
    <>
      <View className="card">
        <TextArea
          id="notice"
          label="国务院办公厅的放假通知"
          hint="把通知全文粘贴到这里"
          value={notice}
          longest={longest}
          onChange={(text) => {
            setNotice(text);
            setRead(null);
            look.reset();
          }}
        />
      </View>
      <Unsaved error={look.error ?? load.error} />
      {read && <ReadWords read={read} />}
      {read ? (
        <Button id="load-calendar" busy={load.isPending} onPress={() => load.mutate({ ...input, dryRun: false })}>
          载入 {read.year} 年
        </Button>
      ) : (
        <Button
          id="read-notice"
          busy={look.isPending}
          onPress={() => {
            if (notice.trim()) look.mutate({ ...input, dryRun: true });
          }}
        >
          先读一遍
        </Button>
      )}
    </>
  );
};

/** D10.3 The years of which working days are known; the province's administrators load the next one. */
const CalendarPage = () => {
  const { data, error, refetch } = useQuery({
    queryKey: ['grassrootsDay.calendar'],
    queryFn: () => client.grassrootsDay.calendar({}),
  });
  const failed = isRefused(error, 'OUT_OF_SCOPE') ? (
    <OutOfScope error={error} />
  ) : (
    error && <Failed error={error} onRetry={() => void refetch()} />
  );
  return (
    <Page title="工作日历">
      {!data && (failed || <SkeletonRows rows={4} />)}
      {data && (
        <>
          <View className="card flush rows" id="years">
            {data.years.map(({ year, off, worked, by }) => (
              <Row
                key={year}
                title={`${year} 年`}
                detail={`放假的工作日 ${off.length} 天，上班的周末 ${worked.length} 天`}
                aside={data.mayLoad && (by ?? '自带')}
              />
            ))}
          </View>
          {data.mayLoad ? (
            <Load known={data.years.map(({ year }) => year)} />
          ) : (
            <View className="note">新一年的通知公布之后，由团省委的管理员载入。没有载入的年份，那几周先不判断。</View>
          )}
        </>
      )}
    </Page>
  );
};

export default CalendarPage;
