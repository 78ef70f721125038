import { useState } from 'react';
import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { FindAgain } from '@/account/FindAgain';
import { noticeQuery } from '@/lib/queries';
import { goTo, routes } from '@/lib/routes';
import { Button } from '@/ui/Button';
import { Failed } from '@/ui/Failed';
import { Heading } from '@/ui/Heading';
import { Mark } from '@/ui/Mark';
import { Page } from '@/ui/Page';
import { SkeletonCard } from '@/ui/Skeleton';
import { ApplyRow } from './ApplyRow';
import { NoticePage } from './NoticePage';
import { RegisterForm } from './RegisterForm';

const NotNow = ({ onBack }: { onBack: () => void }) => (
  <Page title="到青年中去" kind="paper" first>
    <Mark />
    <Heading className="t22 b">好，先不用</Heading>
    <View className="ink2">什么也没有记下。以后想用，再打开看看就好。</View>
    <View className="foot paper">
      <Button kind="second" onPress={onBack}>
        再看看告知
      </Button>
    </View>
  </Page>
);

interface Props {
  byCard: boolean;
  newcomer: boolean;
  /** The way back of who is something else here. */
  onNotNow?: () => void;
}

/** D9.1 A newcomer reads, agrees or not, and only then says who they are. */
export const Welcome = ({ byCard, newcomer, onNotNow }: Props) => {
  const notice = useQuery(noticeQuery);
  const [answer, setAnswer] = useState<'reading' | 'agreed' | 'notNow'>('reading');
  if (!notice.data) {
    return (
      <Page title="到青年中去" first>
        {notice.isError ? <Failed error={notice.error} onRetry={() => void notice.refetch()} /> : <SkeletonCard />}
      </Page>
    );
  }
  if (answer === 'agreed') {
    return <RegisterForm noticeVersion={notice.data.version} onReread={() => setAnswer('reading')} />;
  }
  if (answer === 'notNow') return <NotNow onBack={() => setAnswer('reading')} />;
  return (
    <NoticePage
      notice={notice.data}
      title="开始之前，先说清楚"
      lead={`团干部想和你常联系，有事能帮上。为此要记下一点关于你的事，你同意了才会记。${byCard ? '登记之后，接着看刚才的名片。' : ''}`}
      others={
        newcomer ? (
          <>
            <Button kind="quiet" id="apply" onPress={() => goTo(routes.apply())}>
              我是团干部，来认领
            </Button>
            <FindAgain />
          </>
        ) : (
          <ApplyRow />
        )
      }
    >
      <Button id="agree" size="large" onPress={() => setAnswer('agreed')}>
        我同意，开始
      </Button>
      <Button id="not-now" kind="quiet" onPress={onNotNow ?? (() => setAnswer('notNow'))}>
        先不用
      </Button>
    </NoticePage>
  );
};
