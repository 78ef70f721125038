import { View } from '@tarojs/components';
import { policy } from '../../config/policy';
import { outlivesTheApp } from '@/lib/outbox/keep';
import { isOnlyHere, type Item } from '@/lib/outbox/item';
import { codeWords, isLive, liveKind } from '@/lib/scannedText';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { role } from '@/ui/role';
import { Foot } from './Foot';

/** D4.2 What a scan has to reckon with while it waits, and what a youth should know before agreeing unseen. */
const Reckoning = ({ text }: { text: string }) => (
  <View className="note soft mt16 reckoning">
    {isLive(text) && (
      <View>
        {codeWords(text)} {policy.codes.acceptMinutes} 分钟内要送到，尽快连上网。
      </View>
    )}
    {liveKind(text) !== 'youth' && <View>对方会看到你的姓名、年龄、领域和单位。你随时可以离开。</View>}
    {!outlivesTheApp && <View>别关掉这个页面，关掉就没有了。</View>}
  </View>
);

interface KeepProps {
  text: string;
  onKeep: () => void;
  onRetry: () => void;
  onClose: () => void;
}

/** Nobody can say now who it is: the scan may wait on the phone. */
export const Keep = ({ text, onKeep, onRetry, onClose }: KeepProps) => (
  <View {...role('alert')}>
    <View className="warn">
      <Icon name="noNetwork" />
    </View>
    <View className="t18 b mt8">没有连上</View>
    <View className="ink2 mt8">现在看不到这是谁。可以先记在手机里，连上后会自动送出，送到才算数。</View>
    <Reckoning text={text} />
    <View className="mt16" />
    <Button id="keep" icon="cloudUp" onPress={onKeep}>
      先记下
    </Button>
    <View className="mt8" />
    <Button kind="line" icon="repeat" onPress={onRetry}>
      再试一次
    </Button>
    <Button kind="quiet" onPress={onClose}>
      先到这里
    </Button>
  </View>
);

interface KeptProps {
  item: Item;
  text: string;
  onUndo: () => void;
  /** Undefined where there is no next one. */
  onAgain?: () => void;
  onClose: () => void;
}

const wordsOf = (item: Item): string => {
  if (item.state === 'sending') return '正在送出，送到才算数。';
  return item.tried ? '刚才可能已经送到。连上后就知道，不会重复。' : '连上后会自动送出，送到才算数。';
};

/** Kept on the phone, and on its way as soon as there is one. */
export const Kept = ({ item, text, onUndo, onAgain, onClose }: KeptProps) => (
  <View className="col center tc">
    <View className="disc mt12">
      <Icon name="cloudUp" />
    </View>
    <View className="t22 b mt16" {...role('status')} aria-live="polite">
      记在手机里了
    </View>
    <View className="ink2 mt4">{wordsOf(item)}</View>
    <Reckoning text={text} />
    <Foot
      onAgain={onAgain}
      onClose={onClose}
      undo={
        isOnlyHere(item) && (
          <View className="grow">
            <Button kind="quiet" id="undo" onPress={onUndo}>
              撤销
            </Button>
          </View>
        )
      }
    />
  </View>
);
