import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { wholeDay } from '@/lib/day';
import { noticeQuery } from '@/lib/queries';
import { Failed } from '@/ui/Failed';
import { Heading } from '@/ui/Heading';
import { Page } from '@/ui/Page';
import { SkeletonRows } from '@/ui/Skeleton';

/** D9.1 The whole text of the notice in force. */
const NoticeText = () => {
  const { data, isPending, error, refetch } = useQuery(noticeQuery);
  return (
    <Page title="告知" kind="paper">
      {data && (
        <>
          <Heading className="t22 b">关于你的资料</Heading>
          <View className="t14 ink3">
            第 {data.version} 版，{wholeDay(data.from)}起
          </View>
          {data.full.map(({ title, text }) => (
            <View key={title}>
              <Heading className="b mt8">{title}</Heading>
              <View className="ink2 mt4">{text}</View>
            </View>
          ))}
        </>
      )}
      {isPending && <SkeletonRows />}
      {error && <Failed error={error} onRetry={() => void refetch()} />}
    </Page>
  );
};

export default NoticeText;
