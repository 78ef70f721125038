import { useState } from 'react';
import { View } from '@tarojs/components';
import { policy } from '../../config/policy';
import { goTo, routes } from '@/lib/routes';
import { Row } from '@/ui/Row';
import { CloseSheet } from './CloseSheet';
import { WithdrawSheet } from './WithdrawSheet';

/** D9.4 What one can do about all this, at once or by asking. */
export const Rights = ({ agreed }: { agreed: boolean }) => {
  const [ending, setEnding] = useState<'withdraw' | 'close' | null>(null);
  const stay = () => setEnding(null);
  return (
    <>
      {!agreed && <View className="note">你撤回了同意，现在谁也看不到你。想重新开始，看过告知再同意一次。</View>}
      <View className="card flush rows by-icon">
        {!agreed && <Row id="agree-anew" icon="doc" title="看告知，重新同意" onPress={() => goTo(routes.notice())} />}
        {agreed && <Row id="correct" icon="pencil" title="更正我的资料" onPress={() => goTo(routes.correct())} />}
        <Row id="copy" icon="download" title="带走一份记录" onPress={() => goTo(routes.copy())} />
        {agreed && <Row id="withdraw" icon="undo" title="撤回同意" onPress={() => setEnding('withdraw')} />}
        <Row id="close" icon="close" title="注销账号" onPress={() => setEnding('close')} />
      </View>
      <View className="t12 ink3 tc">需要人来看的，{policy.answerDays} 天内答复你</View>
      {ending === 'withdraw' && <WithdrawSheet onClose={stay} />}
      {ending === 'close' && <CloseSheet onClose={stay} />}
    </>
  );
};
