import { useInfiniteQuery } from '@tanstack/react-query';
import { aboutMeQuery } from '@/lib/queries';
import { goTo, routes } from '@/lib/routes';
import { Row } from '@/ui/Row';

const detailOf = (all: number, unseen: number): string => {
  if (unseen > 0) return `${unseen} 笔等你看一看，是你就确认`;
  return all > 0 ? '团干部记下的，你都看过了' : '有人记下和你有关的事，先给你看';
};

/** D9.4 What was noted about me, and whether something waits for my word. */
export const AboutMeRow = () => {
  const { data } = useInfiniteQuery(aboutMeQuery);
  const logs = data?.pages.flatMap(({ items }) => items) ?? [];
  const unseen = logs.filter(({ state }) => state === 'unanswered' || state === 'answered').length;
  return (
    <Row
      id="about-me-row"
      icon="voice"
      bright
      title="关于我的记录"
      detail={detailOf(logs.length, unseen)}
      onPress={() => goTo(routes.aboutMe())}
    />
  );
};
