import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { client } from '@/lib/client';
import { meQuery, noticeQuery, queries } from '@/lib/queries';
import { goTo, routes } from '@/lib/routes';
import { sayError } from '@/lib/say';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { Failed } from '@/ui/Failed';
import { Page } from '@/ui/Page';
import { SkeletonCard } from '@/ui/Skeleton';
import { NoticePage } from './NoticePage';
import { role } from '@/ui/role';

const words = {
  newer: { title: '告知有了新的一版', lead: '记什么、为什么，和之前有些不同。看过再决定，你同意了才继续。' },
  withdrawn: { title: '你撤回了同意', lead: '现在谁也看不到你，也没有团干部联系你。想重新开始，看过再同意一次。' },
};

/** D9.1 A new version of the notice asks again, and so does it after a withdrawal. */
export const NoticeAgain = ({ withdrawn = false }: { withdrawn?: boolean }) => {
  const notice = useQuery({ ...noticeQuery, staleTime: 0 });
  const agree = useWrite(client.privacy.agree, () => void queries.invalidateQueries(meQuery));
  if (!notice.data) {
    return (
      <Page title="到青年中去" first>
        {notice.isError ? <Failed error={notice.error} onRetry={() => void notice.refetch()} /> : <SkeletonCard />}
      </Page>
    );
  }
  const { version } = notice.data;
  return (
    <NoticePage notice={notice.data} {...words[withdrawn ? 'withdrawn' : 'newer']}>
      {agree.isError && (
        <View className="problem" {...role('alert')}>
          {sayError(agree.error).title}，请再点一次。
        </View>
      )}
      <Button id="agree" size="large" busy={agree.isPending} onPress={() => agree.mutate({ version })}>
        我同意，继续
      </Button>
      <Button id="rights" kind="quiet" onPress={() => goTo(routes.holder())}>
        先不同意，看我的记录与权利
      </Button>
    </NoticePage>
  );
};
