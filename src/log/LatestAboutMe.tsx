import { View } from '@tarojs/components';
import { useInfiniteQuery } from '@tanstack/react-query';
import { aboutMeQuery } from '@/lib/queries';
import { goTo, routes } from '@/lib/routes';
import { Heading } from '@/ui/Heading';
import { Row } from '@/ui/Row';
import { AboutCard } from './AboutCard';
import './logs.scss';

const shownAtFirst = 2;

/** D9.4 The latest of what was noted about me, among all that is kept on me. */
export const LatestAboutMe = () => {
  const { data } = useInfiniteQuery(aboutMeQuery);
  const logs = data?.pages.flatMap(({ items }) => items) ?? [];
  if (!data) return null;
  return (
    <View>
      <Heading className="sec b">关于你的记录</Heading>
      {logs.length === 0 ? (
        <View className="note">这里还没有人记下关于你的事。有了你马上看得到，不对可以说。</View>
      ) : (
        <View className="card flush">
          {logs.slice(0, shownAtFirst).map((log) => (
            <AboutCard key={log.logId} log={log} />
          ))}
          {logs.length > shownAtFirst && (
            <View className="part-rows">
              <Row id="all-about-me" title="更早的" onPress={() => goTo(routes.aboutMe())} />
            </View>
          )}
        </View>
      )}
    </View>
  );
};
