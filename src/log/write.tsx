import { useRouter } from '@tarojs/taro';
import { useToday } from '@/lib/useToday';
import { Page } from '@/ui/Page';
import { EditLog } from './EditLog';
import { NewLog } from './NewLog';
import './log.scss';

/** 记一笔, and changing one. */
const WritePage = () => {
  const { logId, draft, choose } = useRouter().params;
  const today = useToday();
  return (
    <Page title={logId ? '改这一笔' : '记一笔'}>
      {logId ? (
        <EditLog logId={logId} today={today} />
      ) : (
        <NewLog draftId={draft} choose={choose === 'yes'} today={today} />
      )}
    </Page>
  );
};

export default WritePage;
