import { useQuery } from '@tanstack/react-query';
import { client } from '@/lib/client';
import { usePhoneSeconds } from '@/lib/clock';
import { contactsChanged, holdersQuery } from '@/lib/queries';
import { sayError } from '@/lib/say';
import { usePageShown } from '@/lib/usePageShown';
import { useWrite } from '@/lib/useWrite';
import { Toast } from '@/ui/Toast';

const askEveryMs = 2_000;
const toastMs = 6_000;

/** D9.9 Taken back; who does not want to be added again says so here. */
const Undone = ({ contactId }: { contactId: string }) => {
  const block = useWrite(client.contact.leave, () => void contactsChanged());
  if (block.isSuccess) return <Toast text="好，对方不能再添加你" />;
  if (block.isError) return <Toast text={sayError(block.error).title} />;
  return (
    <Toast
      text="已撤销，对方的列表里没有你"
      act="不再被添加"
      actId="block"
      onAct={() => block.mutate({ contactId, block: true })}
    />
  );
};

/** Keeps who holds me up to date, and says who has just added me for as long as it can be taken back. */
export const JustAdded = () => {
  const shown = usePageShown();
  const { data } = useQuery({ ...holdersQuery, refetchInterval: shown && askEveryMs });
  const phoneNow = usePhoneSeconds(shown);
  const undo = useWrite(client.contact.undo, () => void contactsChanged());
  const serverNow = phoneNow + (data?.offset ?? 0);
  const added = data?.items.find(
    ({ startedBy, undoUntil }) => startedBy === 'cadre' && undoUntil !== null && Date.parse(undoUntil) > serverNow,
  );
  if (phoneNow - undo.submittedAt < toastMs) {
    if (undo.isSuccess) return <Undone contactId={undo.data.contactId} />;
    if (undo.isError) return <Toast text={`没有撤销：${sayError(undo.error).title}`} />;
  }
  if (!added) return null;
  return (
    <Toast
      text={`${added.name}刚添加了你`}
      act="撤销"
      actId="undo"
      onAct={() => undo.mutate({ contactId: added.contactId })}
    />
  );
};
