import { client } from '@/lib/client';
import { leaveHere } from '@/lib/leaveHere';
import { isRefused } from '@/lib/say';
import { useWrite } from '@/lib/useWrite';
import { EndingSheet } from './EndingSheet';

const effects = [
  '你的名字当场从所有人的列表、导出和待办里消失。',
  '所有联系结束，“我的码”作废，还没答复的一起撤下。',
  '没送出的记录会丢掉。',
  '找不回来。以后可以用这个微信重新登记，那是一个新的人。',
];

type Close = Parameters<typeof client.privacy.close>[0];

/** Signed out meanwhile: closed already, by a try whose answer was lost. */
const close = async (input: Close): Promise<unknown> => {
  try {
    return await client.privacy.close(input);
  } catch (error) {
    if (isRefused(error, 'NOT_SIGNED_IN')) return null;
    throw error;
  }
};

/** D9.4, D9.5 Closing the account, which cannot be undone. */
export const CloseSheet = ({ onClose }: { onClose: () => void }) => {
  const closing = useWrite(close, () => void leaveHere('closed'));
  return (
    <EndingSheet
      id="close-now"
      title="注销账号"
      effects={effects}
      act="注销，不再找回"
      stay="先不注销"
      busy={closing.isPending || closing.isSuccess}
      error={closing.error}
      onAct={() => closing.mutate({})}
      onClose={onClose}
    />
  );
};
