import { View } from '@tarojs/components';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Outputs } from '../../types/contract';
import { patternsOfQuery } from '@/days/patternQueries';
import { explanationWords, patternWords } from '@/days/patternWords';
import { cadreCalled } from '@/lib/closed';
import { Heading } from '@/ui/Heading';
import { More } from '@/ui/More';
import { Avatar } from '@/ui/Person';

type Pattern = Outputs['grassrootsDay']['patternsOf']['items'][number];

const PatternRow = ({ pattern }: { pattern: Pattern }) => {
  const { cadreName, orgName, explanation } = pattern;
  const name = cadreCalled(cadreName);
  return (
    <View className="row">
      <Avatar name={name} />
      <View className="grow">
        <View className="flex g8 post-flags">
          <View className="b wrap-any">{name}</View>
          <View className={explanation ? 'badge' : 'badge warn'}>{explanation ? '说明了' : '没有说明'}</View>
        </View>
        <View className="t14 ink2 wrap-any">
          {orgName}，{patternWords(pattern)}
        </View>
        {explanation && <View className="t14 ink2 wrap-any">本人说：{explanationWords[explanation]}</View>}
      </View>
    </View>
  );
};

/** D4.2 What looked odd in check-ins, with what the cadre says to it: to be talked about, and no penalty. */
export const Patterns = ({ orgId }: { orgId: number }) => {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(patternsOfQuery(orgId));
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return null;
  return (
    <>
      <View>
        <Heading className="sec b">报到里少见的</Heading>
        <View className="t14 ink2">先问过本人。这里只是让你知道，算不算一天不看这个，有疑问当面聊。</View>
      </View>
      <View className="card flush rows by-ava" id="patterns">
        {items.map((pattern) => (
          <PatternRow key={pattern.patternId} pattern={pattern} />
        ))}
      </View>
      <More of={{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </>
  );
};
