import { useInfiniteQuery } from '@tanstack/react-query';
import { aboutMeQuery } from '@/lib/queries';
import { goTo, routes } from '@/lib/routes';
import { Row } from '@/ui/Row';

const detailOf = (all: number, unseen: number, more: boolean): string => {
  if (unseen > 0) return `${unseen}${more ? ' 笔以上' : ' 笔'}等你看一看，是你就确认`;
  if (all === 0) return '有人记下和你有关的事，你马上看得到';
  return more ? '团干部记下的，最近的你都看过了' : '团干部记下的，你都看过了';
};

/** D9.4 What was noted about me, and whether something waits for my word. */
export const AboutMeRow = () => {
  const { data, hasNextPage } = useInfiniteQuery(aboutMeQuery);
  const logs = data?.pages.flatMap(({ items }) => items) ?? [];
  const unseen = logs.filter(({ state }) => state === 'unanswered' || state === 'answered').length;
  return (
    <Row
      id="about-me-row"
      icon="voice"
      bright
      title="关于我的记录"
      detail={detailOf(logs.length, unseen, hasNextPage)}
      onPress={() => goTo(routes.aboutMe())}
    />
  );
};
