import { View } from '@tarojs/components';
import { policy } from '../../config/policy';
import { isOnlyHere, type Item } from '@/lib/outbox/item';
import { outlivesTheApp } from '@/lib/outbox/keep';
import { goBack } from '@/lib/routes';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { role } from '@/ui/role';

/** D4.2, D10.2 What a live code has to reckon with while it waits: its own step says the day. */
const Reckoning = () => (
  <View className="note soft mt16">
    <View>
      哪一天以现场码自己的时间为准。{policy.codes.acceptMinutes} 分钟内送到马上算数，
      {policy.grassrootsDay.recordHours} 小时内送到记为待确认。
    </View>
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
    <Reckoning />
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

/** Kept on the phone, and on its way as soon as there is one. */
export const Kept = ({ item, onUndo }: { item: Item; onUndo: () => void }) => (
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
    <Reckoning />
    <View className="mt16" />
    <Button onPress={goBack}>好</Button>
    {isOnlyHere(item) && (
      <Button id="undo" kind="quiet" onPress={onUndo}>
        撤销
      </Button>
    )}
  </View>
);
