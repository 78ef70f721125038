import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { applicationQuery, meQuery } from '@/lib/queries';
import { Failed } from '@/ui/Failed';
import { Page } from '@/ui/Page';
import { SkeletonCard } from '@/ui/Skeleton';
import { ApplicationState } from './ApplicationState';
import { ApplyForm } from './ApplyForm';
import './org.scss';

/** D1.1 Somebody who holds a post says so: asks, waits, reads the answer, may ask again. */
const Apply = () => {
  const me = useQuery(meQuery);
  const isPerson = Boolean(me.data?.personId);
  const own = useQuery({ ...applicationQuery, enabled: isPerson });
  const [again, setAgain] = useState(false);
  const failed = me.isError ? me : own.isError ? own : null;
  if (failed)
    return (
      <Page title="申请认领">
        <Failed error={failed.error} onRetry={() => void failed.refetch()} />
      </Page>
    );
  const known = me.data && (!isPerson || own.data);
  const application = own.data?.application ?? null;
  const asks = application === null || (again && application.answer !== null);
  return (
    <Page title="申请认领">
      {!known && <SkeletonCard />}
      {known && asks && <ApplyForm newcomer={!isPerson} onSent={() => setAgain(false)} />}
      {known && !asks && <ApplicationState application={application} onAgain={() => setAgain(true)} />}
    </Page>
  );
};

export default Apply;
