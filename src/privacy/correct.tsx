import { useQuery } from '@tanstack/react-query';
import { recordQuery } from '@/lib/queries';
import { Failed } from '@/ui/Failed';
import { Page } from '@/ui/Page';
import { SkeletonRows } from '@/ui/Skeleton';
import { AskBirthMonth } from './AskBirthMonth';
import { AskName } from './AskName';
import { CorrectField } from './CorrectField';

/** D9.4 What one corrects by oneself, and what is asked for. */
const CorrectPage = () => {
  const record = useQuery(recordQuery);
  const waits = (kind: 'name' | 'birthMonth') =>
    record.data?.requests.find((asked) => asked.kind === kind && asked.state === 'open');
  return (
    <Page title="更正我的资料">
      {record.data && (
        <>
          <CorrectField {...record.data.youth} />
          <AskName now={record.data.youth.name} waits={waits('name')} />
          <AskBirthMonth now={record.data.youth.birthMonth} waits={waits('birthMonth')} />
        </>
      )}
      {record.isPending && <SkeletonRows rows={3} />}
      {record.isError && <Failed error={record.error} onRetry={() => void record.refetch()} />}
    </Page>
  );
};

export default CorrectPage;
