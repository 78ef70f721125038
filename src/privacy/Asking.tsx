import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { policy } from '../../config/policy';
import type { Asked } from '../../types/privacy';
import { askedWords, stateInWords } from '@/lib/asked';
import { type say, sayError } from '@/lib/say';
import { Button } from '@/ui/Button';
import { Heading } from '@/ui/Heading';
import { role } from '@/ui/role';

interface Props {
  id: string;
  title: string;
  why: string;
  /** The one that waits for an answer already. */
  waits?: Asked;
  busy: boolean;
  /** What the server said no with, where it is not about the field itself. */
  error: Error | null;
  words?: Partial<typeof say>;
  onAsk: () => void;
  /** The field to fill in. */
  children: ReactNode;
}

/** D9.4 Something that is asked for: a field and its button, or the request that waits. */
export const Asking = ({ id, title, why, waits, busy, error, words, onAsk, children }: Props) => {
  const refusal = error && sayError(error, words);
  return (
    <View>
      <Heading className="sec b">{title}</Heading>
      {waits ? (
        <View className="card">
          <View className="b wrap-any">{askedWords(waits)}</View>
          <View className="t14 ink2 mt4">{stateInWords(waits)}。答复了会写在“我的申请”里。</View>
        </View>
      ) : (
        <View className="card flush">
          <View className="part">
            {children}
            <View className="t14 ink2 mt8">
              {why}申请由团组织的管理员来看，{policy.answerDays} 天内答复。
            </View>
          </View>
          <View className="part">
            {refusal && (
              <View className="note warn asking-refused" {...role('alert')}>
                <View className="b">{refusal.title}</View>
                {refusal.why}
                {refusal.now}
              </View>
            )}
            <Button id={id} kind="second" busy={busy} onPress={onAsk}>
              提出申请
            </Button>
          </View>
        </View>
      )}
    </View>
  );
};
