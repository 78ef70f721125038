import { useState } from 'react';
import { View } from '@tarojs/components';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Outputs } from '../../types/contract';
import { useMoreAtBottom } from '@/lib/useMoreAtBottom';
import { useToday } from '@/lib/useToday';
import { leaveWords } from '@/lib/leaveWords';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Failed } from '@/ui/Failed';
import { More } from '@/ui/More';
import { Page } from '@/ui/Page';
import { Row } from '@/ui/Row';
import { SkeletonRows } from '@/ui/Skeleton';
import { AskLeaveSheet } from './AskLeaveSheet';
import { leavesQuery } from './leaveQueries';
import { LeaveSheet } from './LeaveSheet';
import { lengthOf, spanWords } from './leaveSpan';

type Leave = Outputs['grassrootsDay']['leaves']['items'][number];

/** C17 One's own leave: what was asked for, and what became of it. */
const LeavePage = () => {
  const [opened, setOpened] = useState<Leave | 'new' | null>(null);
  const today = useToday();
  const leaves = useInfiniteQuery(leavesQuery);
  useMoreAtBottom(leaves);
  const items = leaves.data?.pages.flatMap((page) => page.items) ?? [];
  const close = () => setOpened(null);
  return (
    <Page title="请假">
      {leaves.isPending && <SkeletonRows rows={4} />}
      {leaves.isError && <Failed error={leaves.error} onRetry={() => void leaves.refetch()} />}
      {leaves.isSuccess && items.length === 0 && (
        <Empty icon="calendar" title="还没有请过假" why="请假通过之后，那几天不算进每周一天里。" />
      )}
      {items.length > 0 && (
        <View className="card flush rows" id="leaves">
          {items.map((leave) => (
            <Row
              key={leave.leaveId}
              id={`leave-${leave.leaveId}`}
              title={spanWords(leave, today)}
              detail={leave.reason ?? `${lengthOf(leave)} 天`}
              aside={leaveWords[leave.state]}
              onPress={() => setOpened(leave)}
            />
          ))}
        </View>
      )}
      <More of={leaves} />
      <View className="foot">
        <Button id="new-leave" size="large" icon="plus" onPress={() => setOpened('new')}>
          请假
        </Button>
      </View>
      {opened === 'new' && <AskLeaveSheet today={today} onClose={close} />}
      {opened && opened !== 'new' && <LeaveSheet leave={opened} today={today} onClose={close} />}
    </Page>
  );
};

export default LeavePage;
