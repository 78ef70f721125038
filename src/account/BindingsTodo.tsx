import { useState } from 'react';
import { View } from '@tarojs/components';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Asking } from '../../types/account';
import { daysBetween, monthAndDay } from '@/lib/day';
import { bindingsQuery } from '@/lib/todoQueries';
import { Failed } from '@/ui/Failed';
import { Heading } from '@/ui/Heading';
import { More } from '@/ui/More';
import { Avatar } from '@/ui/Person';
import { Press } from '@/ui/Press';
import { SkeletonRows } from '@/ui/Skeleton';
import { AnswerSheet } from './AnswerSheet';
import './account.scss';

/** D9.4 How long there is for an answer, as a fact. */
const dueWords = (dueOn: string, today: string): string => {
  const days = daysBetween(today, dueOn);
  if (days < 0) return `过了 ${-days} 天`;
  return days === 0 ? '今天到期' : `还有 ${days} 天`;
};

interface RowProps {
  asking: Asking;
  today: string;
  onPress: () => void;
}

const AskingRow = ({ asking, today, onPress }: RowProps) => (
  <Press className="row" as="link" onPress={onPress}>
    <Avatar name={asking.name} />
    <View className="grow">
      <View className="b wrap-any">{asking.name}</View>
      <View className="t14 ink2 wrap-any">
        {asking.orgName}，{monthAndDay(asking.askedOn)}提出
      </View>
    </View>
    <View className={`row-aside tr t14 ${daysBetween(today, asking.dueOn) < 3 ? 'warn' : 'ink3'}`}>
      {dueWords(asking.dueOn, today)}
    </View>
  </Press>
);

/** C7 Those with a new WeChat account who wait to be recognised. */
export const BindingsTodo = () => {
  const { data, isPending, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(bindingsQuery);
  const [open, setOpen] = useState<Asking | null>(null);
  const askings = data?.pages.flatMap(({ items }) => items) ?? [];
  const today = data?.pages[0]?.today ?? '';
  return (
    <>
      {askings.length > 0 && (
        <>
          <Heading className="sec b">换了微信，找回原来的</Heading>
          <View className="card flush rows by-ava" id="bindings">
            {askings.map((asking) => (
              <AskingRow key={asking.bindingId} asking={asking} today={today} onPress={() => setOpen(asking)} />
            ))}
          </View>
        </>
      )}
      <More of={{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
      {isPending && <SkeletonRows rows={2} />}
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {open && <AnswerSheet asking={open} onClose={() => setOpen(null)} />}
    </>
  );
};
