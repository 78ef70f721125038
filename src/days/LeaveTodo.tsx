import { useState } from 'react';
import { View } from '@tarojs/components';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Outputs } from '../../types/contract';
import { dayOf, monthAndDay } from '@/lib/day';
import { useToday } from '@/lib/useToday';
import { Failed } from '@/ui/Failed';
import { Heading } from '@/ui/Heading';
import { More } from '@/ui/More';
import { Row } from '@/ui/Row';
import { AnswerLeaveSheet } from './AnswerLeaveSheet';
import { askedLeavesQuery } from './leaveQueries';
import { lengthOf, spanWords } from './leaveSpan';

type Asked = Outputs['grassrootsDay']['askedLeaves']['items'][number];

/** C17 Leave that waits for an answer, the oldest first. */
export const LeaveTodo = ({ orgId }: { orgId: number }) => {
  const [opened, setOpened] = useState<Asked | null>(null);
  const today = useToday();
  const list = useInfiniteQuery(askedLeavesQuery(orgId));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isError) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
  if (items.length === 0) return null;
  return (
    <>
      <Heading className="sec b">请假等答复</Heading>
      <View className="card flush rows" id="asked-leaves">
        {items.map((leave) => (
          <Row
            key={leave.leaveId}
            id={`asked-leave-${leave.leaveId}`}
            title={leave.cadreName}
            detail={`${leave.orgName}，${spanWords(leave, today)}，${lengthOf(leave)} 天`}
            aside={`${monthAndDay(dayOf(leave.askedAt))}提出`}
            onPress={() => setOpened(leave)}
          />
        ))}
      </View>
      <More of={list} />
      {opened && <AnswerLeaveSheet leave={opened} today={today} onClose={() => setOpened(null)} />}
    </>
  );
};
