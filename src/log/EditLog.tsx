import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { OwnLog } from '../../types/contactLog';
import { client } from '@/lib/client';
import { logsChanged, offerQuery } from '@/lib/queries';
import { goBack } from '@/lib/routes';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Failed } from '@/ui/Failed';
import { SkeletonCard } from '@/ui/Skeleton';
import { whyUnchangeable } from './changing';
import type { Draft } from './draft';
import { LogForm } from './LogForm';
import { logQuery } from './logQueries';

const draftOf = ({ task, way, activity, day, text, people }: OwnLog): Draft => ({
  task,
  way,
  activity,
  day,
  text: text ?? '',
  people: people.map(({ contactId, name }) => ({ contactId, name })),
});

const Editing = ({ log, today }: { log: OwnLog; today: string }) => {
  const [draft, setDraft] = useState(() => draftOf(log));
  const offer = useQuery(offerQuery);
  const edit = useWrite(client.contactLog.edit, () => {
    void logsChanged();
    goBack();
    void tell('改好了');
  });
  return (
    <LogForm
      draft={draft}
      onChange={(change) => setDraft({ ...draft, ...change })}
      today={today}
      recent={offer.data?.recent ?? []}
      saveWords="改好了"
      busy={edit.isPending || edit.isSuccess}
      error={edit.error}
      onSave={(said) => edit.mutate({ logId: log.logId, ...said })}
    />
  );
};

const Unchangeable = ({ why }: { why: string }) => (
  <Empty icon="pencil" title="这一笔不能改了" why={why}>
    <Button kind="line" size="small" icon="left" onPress={goBack}>
      返回
    </Button>
  </Empty>
);

/** D2.5 A log is changed on the day on which it was written. */
export const EditLog = ({ logId, today }: { logId: string; today: string }) => {
  const { data, error, refetch } = useQuery(logQuery(logId));
  const why = data && whyUnchangeable(data.log);
  if (why) return <Unchangeable why={why} />;
  if (data) return <Editing log={data.log} today={today} />;
  return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonCard />;
};
