import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import type { LogMark, OwnLog } from '../../types/contactLog';
import { handOver } from '@/lib/handedOver';
import { meQuery } from '@/lib/queries';
import { goTo, routes } from '@/lib/routes';
import { Button } from '@/ui/Button';
import { Failed } from '@/ui/Failed';
import { Page } from '@/ui/Page';
import { SkeletonCard, SkeletonRows } from '@/ui/Skeleton';
import { AnswerSheet } from './AnswerSheet';
import { whyUnchangeable } from './changing';
import { LogHead } from './LogHead';
import { logQuery } from './logQueries';
import { MarkRow } from './MarkRow';
import { RemoveSheet } from './RemoveSheet';
import { Versions } from './Versions';
import './logs.scss';

const again = ({ task, way, people }: OwnLog): void => {
  const still = people.filter(({ state }) => state !== 'struck');
  handOver({ task, way, people: still.map(({ contactId, name }) => ({ contactId, name })) });
  goTo(routes.log());
};

interface PeopleProps {
  log: OwnLog;
  today: string;
  onAnswer: (mark: LogMark) => void;
}

const People = ({ log, today, onAnswer }: PeopleProps) => {
  const left = log.youths - log.people.length;
  return (
    <View>
      <View className="card flush rows by-ava" id="marks">
        {log.people.map((mark) => (
          <MarkRow key={mark.contactId} mark={mark} log={log} today={today} onAnswer={() => onAnswer(mark)} />
        ))}
      </View>
      {left > 0 && <View className="t12 ink3 mt8">另有 {left} 位现在不由你联系，名字不再显示。</View>}
    </View>
  );
};

/** One of one's own logs: what it says, what each youth says to it, what can be done. */
const LogPage = () => {
  const { logId = '' } = useRouter().params;
  const { data, error, refetch } = useQuery(logQuery(logId));
  const { data: me } = useQuery(meQuery);
  const [answering, setAnswering] = useState<LogMark | null>(null);
  const [removing, setRemoving] = useState(false);
  return (
    <Page title="联系记录">
      {!data && error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <>
          <SkeletonCard />
          <SkeletonRows rows={2} />
        </>
      )}
      {data && (
        <>
          <LogHead log={data.log} />
          <People log={data.log} today={me?.today ?? data.log.day} onAnswer={setAnswering} />
          <Versions versions={data.versions} />
          <View className="col g8">
            {data.log.people.length > 0 && (
              <Button id="again" kind="second" icon="repeat" onPress={() => again(data.log)}>
                再记一笔一样的
              </Button>
            )}
            <View className="buttons">
              {!whyUnchangeable(data.log) && (
                <Button id="edit" kind="line" size="small" icon="pencil" onPress={() => goTo(routes.log({ logId }))}>
                  改这一笔
                </Button>
              )}
              {data.log.open && (
                <Button id="remove" kind="line" size="small" icon="close" onPress={() => setRemoving(true)}>
                  删这一笔
                </Button>
              )}
            </View>
            <View className="t12 ink3 tc">{whyUnchangeable(data.log) ?? '当天可以改和删，改之前的样子会留着。'}</View>
          </View>
          {answering && <AnswerSheet logId={logId} mark={answering} onClose={() => setAnswering(null)} />}
          {removing && <RemoveSheet logId={logId} onClose={() => setRemoving(false)} />}
        </>
      )}
    </Page>
  );
};

export default LogPage;
