import { View } from '@tarojs/components';
import { isOnlyHere, type Item } from '@/lib/outbox/item';
import { outlivesTheApp } from '@/lib/outbox/keep';
import { goBack } from '@/lib/routes';
import { UndoKept } from './UndoKept';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { role } from '@/ui/role';
import { reckoningWords } from './dayWords';

/** D4.2, D10.2 What it has to reckon with while it waits. */
const Reckoning = ({ live }: { live: boolean }) => (
  <View className="note soft mt16">
    <View>{reckoningWords(live)}</View>
    {!outlivesTheApp && <View>别关掉这个页面，关掉就没有了。</View>}
  </View>
);

/** There is no network: a live code may wait on the phone. */
export const Keep = ({ onKeep, onRetry }: { onKeep: () => void; onRetry: () => void }) => (
  <View className="card" {...role('alert')}>
    <View className="warn">
      <Icon name="noNetwork" />
    </View>
    <View className="t18 b mt8">没有连上</View>
    <View className="ink2 mt8">现在看不到是哪个地点。可以先记在手机里，连上后会自动送出，送到才算数。</View>
    <Reckoning live />
    <View className="mt16" />
    <Button id="keep" icon="cloudUp" onPress={onKeep}>
      先记下
    </Button>
    <View className="mt8" />
    <Button kind="line" icon="repeat" onPress={onRetry}>
      再试一次
    </Button>
    <Button kind="quiet" onPress={goBack}>
      先到这里
    </Button>
  </View>
);

interface KeptProps {
  item: Item;
  /** By a live code. */
  live: boolean;
  onUndo: () => void;
}

/** Kept on the phone, and on its way as soon as there is one. */
export const Kept = ({ item, live, onUndo }: KeptProps) => (
  <View className="card">
    <View className="warn">
      <Icon name="cloudUp" />
    </View>
    <View className="t22 b mt8" {...role('status')} aria-live="polite">
      记在手机里了
    </View>
    <View className="ink2 mt4">
      {item.tried ? '刚才可能已经送到。连上后就知道，不会重复。' : '连上后会自动送出，送到才算数。'}
    </View>
    <Reckoning live={live} />
    <View className="mt16" />
    <Button onPress={goBack}>好</Button>
    {isOnlyHere(item) && <UndoKept onUndo={onUndo} />}
  </View>
);
