import { EndingSheet } from '@/contact/EndingSheet';
import { client } from '@/lib/client';
import { logsChanged } from '@/lib/queries';
import { goBack } from '@/lib/routes';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';

const effects = ['对方那里也不再有这一笔。', '“日常有声音”和见面都不再算它。'];

/** D2.5 Deleting a log on the day on which it was written. */
export const RemoveSheet = ({ logId, onClose }: { logId: string; onClose: () => void }) => {
  const remove = useWrite(client.contactLog.remove, () => {
    goBack();
    void logsChanged();
    void tell('删掉了');
  });
  return (
    <EndingSheet
      id="remove-now"
      title="删掉这一笔"
      effects={effects}
      act="删掉"
      stay="留着"
      busy={remove.isPending || remove.isSuccess}
      error={remove.error}
      onAct={() => remove.mutate({ logId })}
      onClose={onClose}
    />
  );
};
