import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import type { Outputs } from '../../types/contract';
import { shortName } from '@/lib/cut';
import { daysBetween, monthAndDay } from '@/lib/day';
import { handOverActivity } from '@/lib/handedOver';
import { openPatternsQuery, todosQuery } from '@/lib/queries';
import { goTo, routes } from '@/lib/routes';
import { Heading } from '@/ui/Heading';
import { Row } from '@/ui/Row';
import { RemindMe } from './RemindMe';

type Todos = Outputs['contactLog']['todos'];

const quietDetail = ({ items: [first] }: Todos['quiet'], today: string): string | undefined => {
  if (!first) return undefined;
  return first.lastOn
    ? `最久的是${shortName(first.name)}，${daysBetween(first.lastOn, today)} 天`
    : `${shortName(first.name)}还没有记过`;
};

const writeActivity = (): void => {
  handOverActivity();
  goTo(routes.log({ choose: 'yes' }));
};

const disputesShown = 3;

/** What waits for a cadre, the most urgent first; where nothing waits, nothing is said. */
export const CadreTodos = ({ today }: { today: string }) => {
  const { data } = useQuery(todosQuery);
  const { data: patterns } = useQuery(openPatternsQuery);
  if (!data) return null;
  const { disputes, quiet, activityUntil, choices } = data;
  const odd = patterns?.items.length ?? 0;
  const count = disputes.length + (odd > 0 ? 1 : 0) + (quiet.n > 0 ? 1 : 0) + (activityUntil ? 1 : 0);
  if (count === 0 && !choices) return null;
  return (
    <View>
      {count > 0 && <Heading className="sec b">待办 {count} 件</Heading>}
      <View className="card flush rows by-icon" id="todos">
        {disputes.slice(0, disputesShown).map(({ logId, contactId, name, day }) => (
          <Row
            key={logId + contactId}
            icon="voice"
            title={`${name ? shortName(name) : '一位青年'}说“这不是我”`}
            detail={`${monthAndDay(day)}的一笔，等你答复`}
            onPress={() => goTo(routes.logOf(logId))}
          />
        ))}
        {disputes.length > disputesShown && (
          <Row
            icon="voice"
            title={`还有 ${disputes.length - disputesShown} 笔等你答复`}
            onPress={() => goTo(routes.logs({ only: 'disputed' }))}
          />
        )}
        {odd > 0 && (
          <Row
            id="todo-explain"
            icon="site"
            title={`有 ${odd} 处报到想请你说明`}
            detail="你先看到，点一下就好"
            onPress={() => goTo(routes.explain())}
          />
        )}
        {activityUntil && (
          <Row
            id="todo-activity"
            icon="flag"
            title="这一季还没有活动"
            detail={`${monthAndDay(activityUntil)}之前，约几位见一面`}
            onPress={writeActivity}
          />
        )}
        {quiet.n > 0 && (
          <Row
            id="todo-quiet"
            icon="quiet"
            title={`${quiet.n} 位青年很久没有联系`}
            detail={quietDetail(quiet, today)}
            onPress={() => goTo(routes.quiet())}
          />
        )}
        {choices && (
          <Row
            icon="people"
            title={`${choices.n} 位青年在选谁接着联系`}
            detail={`到${monthAndDay(choices.until)}，选了你就会出现在这里`}
          />
        )}
      </View>
      {count > 0 && <RemindMe />}
    </View>
  );
};
