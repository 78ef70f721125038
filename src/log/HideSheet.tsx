import { EndingSheet } from '@/contact/EndingSheet';
import { client } from '@/lib/client';
import { aboutMeChanged } from '@/lib/queries';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';

const effects = [
  '这句话从此谁也看不到，记的人也一样。',
  '这一笔还在，确认不确认照旧由你。',
  '藏起来之后，不能再显示。',
];

/** Nobody reads the text any more; asked once, because it does not come back. */
export const HideSheet = ({ logId, onClose }: { logId: string; onClose: () => void }) => {
  const hide = useWrite(client.contactLog.hideText, () => {
    void aboutMeChanged();
    void tell('藏起来了');
    onClose();
  });
  return (
    <EndingSheet
      id="hide-now"
      title="隐藏文字"
      effects={effects}
      act="藏起来"
      stay="先不藏"
      busy={hide.isPending}
      error={hide.error}
      onAct={() => hide.mutate({ logId })}
      onClose={onClose}
    />
  );
};
