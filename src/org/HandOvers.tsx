import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { monthAndDay } from '@/lib/day';
import { goTo, routes } from '@/lib/routes';
import { Failed } from '@/ui/Failed';
import { Heading } from '@/ui/Heading';
import { More } from '@/ui/More';
import { Row } from '@/ui/Row';
import { SkeletonRows } from '@/ui/Skeleton';
import { handOversQuery } from './successionQueries';

/** C11 Posts that have left contacts behind, and nobody is named to follow; how many, never whose. */
export const HandOvers = () => {
  const list = useInfiniteQuery(handOversQuery);
  useDidShow(() => void list.refetch());
  if (list.isPending) return <SkeletonRows rows={1} />;
  if (!list.data) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return null;
  return (
    <View>
      <Heading className="sec b">离任之后谁来接</Heading>
      <View className="card flush rows by-icon" id="hand-overs">
        {items.map(({ postId, name, orgName, title, contacts, until }) => (
          <Row
            key={postId}
            icon="people"
            title={`${name}离任，${contacts} 位青年在等`}
            detail={`${orgName} ${title}，还没有定接任的人`}
            aside={<View className="badge">到{monthAndDay(until)}</View>}
            onPress={() => goTo(routes.cadre(postId))}
          />
        ))}
      </View>
      <More of={list} />
    </View>
  );
};
