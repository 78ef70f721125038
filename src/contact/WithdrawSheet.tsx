import { client } from '@/lib/client';
import { queries } from '@/lib/queries';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { EndingSheet } from './EndingSheet';

const effects = [
  '现在联系你的团干部当场都离开，对方的列表里不再有你。',
  '“我的码”作废，谁扫都没有用。',
  '还没答复的申请和反映的情况一起撤下。',
  '资料还留着，但谁也看不到。重新同意告知，就能重新开始；联系不会自己回来。',
];

/** D9.4 Taking the consent back. The way back is to agree anew. */
export const WithdrawSheet = ({ onClose }: { onClose: () => void }) => {
  const withdraw = useWrite(client.privacy.withdraw, () => {
    void queries.invalidateQueries();
    void tell('已撤回同意');
    onClose();
  });
  return (
    <EndingSheet
      id="withdraw-now"
      title="撤回同意"
      effects={effects}
      act="撤回同意"
      stay="先不撤回"
      busy={withdraw.isPending}
      error={withdraw.error}
      onAct={() => withdraw.mutate({})}
      onClose={onClose}
    />
  );
};
