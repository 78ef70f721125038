import { useRouter } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import { dayOf } from '@/lib/day';
import { meQuery } from '@/lib/queries';
import { Page } from '@/ui/Page';
import { EditLog } from './EditLog';
import { NewLog } from './NewLog';
import './log.scss';

/** 记一笔, and changing one. */
const WritePage = () => {
  const { logId, draft, choose } = useRouter().params;
  const me = useQuery(meQuery);
  const today = me.data?.today ?? dayOf(new Date().toISOString());
  return (
    <Page title={logId ? '改这一笔' : '记一笔'}>
      {logId ? <EditLog logId={logId} today={today} /> : <NewLog draftId={draft} choose={choose === 'yes'} />}
    </Page>
  );
};

export default WritePage;
