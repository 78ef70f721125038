import { useState } from 'react';
import { View } from '@tarojs/components';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Outputs } from '../../types/contract';
import { monthAndDay } from '@/lib/day';
import { applicationsQuery } from '@/lib/todoQueries';
import { serviceWords } from '@/lib/words';
import { Failed } from '@/ui/Failed';
import { Heading } from '@/ui/Heading';
import { More } from '@/ui/More';
import { Row } from '@/ui/Row';
import { SkeletonRows } from '@/ui/Skeleton';
import { AnswerSheet } from './AnswerSheet';

type Waiting = Outputs['org']['applications']['items'][number];

/** D1.1, D9.4 Who says that they hold a post, and by when they are answered. */
export const Applications = () => {
  const [opened, setOpened] = useState<Waiting | null>(null);
  const list = useInfiniteQuery(applicationsQuery);
  if (!list.data)
    return list.isError ? <Failed error={list.error} onRetry={() => void list.refetch()} /> : <SkeletonRows />;
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return null;
  return (
    <>
      <Heading className="sec b">申请认领职务</Heading>
      <View className="card flush rows">
        {items.map((item) => (
          <Row
            key={item.applicationId}
            id={`application-${item.applicationId}`}
            title={item.name}
            detail={`${item.orgName} ${item.title}，${serviceWords[item.service]}`}
            aside={item.overdue ? `该在${monthAndDay(item.dueOn)}前答复` : `${monthAndDay(item.dueOn)}前答复`}
            onPress={() => setOpened(item)}
          />
        ))}
      </View>
      <More of={list} />
      {opened && <AnswerSheet application={opened} onClose={() => setOpened(null)} />}
    </>
  );
};
