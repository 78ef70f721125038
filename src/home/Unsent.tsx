import { useState, useSyncExternalStore } from 'react';
import { View } from '@tarojs/components';
import { network } from '@/lib/network';
import { ownBox, useItems } from '@/lib/outbox';
import { isOnItsWay, type Item } from '@/lib/outbox/item';
import { outlivesTheApp } from '@/lib/outbox/keep';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import type { IconName } from '@/ui/icons';
import { Avatar } from '@/ui/Person';
import { Press } from '@/ui/Press';
import { role } from '@/ui/role';
import { UnsentSheet } from './UnsentSheet';
import { detailOf, markOf, titleOf } from './unsentWords';

const icons: Record<Item['op'], IconName> = {
  'contact.register': 'qr',
  'contactLog.write': 'pencil',
  'grassrootsDay.checkIn': 'site',
};

const Face = ({ item }: { item: Item }) => {
  if (item.op === 'contact.register' && (item.about || item.output)) return <Avatar name={titleOf(item)} />;
  return (
    <View className="ava">
      <Icon name={icons[item.op]} size={20} />
    </View>
  );
};

const UnsentRow = ({ item, onPress }: { item: Item; onPress: () => void }) => {
  const { look, icon, word } = markOf(item);
  return (
    <Press className="row" onPress={onPress}>
      <Face item={item} />
      <View className="grow">
        <View className="flex g8">
          <View className="b cut">{titleOf(item)}</View>
          <View className={`badge ${look}`}>
            <Icon name={icon} size={14} />
            {word}
          </View>
        </View>
        <View className="t14 ink2">{detailOf(item)}</View>
      </View>
      <View className="go">
        <Icon name="right" size={20} />
      </View>
    </Press>
  );
};

const stripWords = (connected: boolean, waiting: number): string => {
  if (connected) return `${waiting} 笔正在送出`;
  return waiting > 0 ? `没有网络，${waiting} 笔等着送出` : '没有网络，看到的可能不是最新';
};

const shownAtFirst = 4;

interface Props {
  /** The page says by itself that there is no network. */
  said?: boolean;
}

/** What was made without a network, with its state; nothing of it counts before it is sent. */
export const Unsent = ({ said = false }: Props) => {
  const connected = useSyncExternalStore(network.subscribe, network.get);
  const items = useItems().filter(({ late }) => late);
  const [opened, setOpened] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const waiting = items.filter(isOnItsWay).length;
  const shown = all ? items : items.slice(0, shownAtFirst);
  const chosen = items.find(({ requestId }) => requestId === opened);
  return (
    <>
      {((!connected && !said) || waiting > 0) && (
        <View className="note warn flex g12" {...role('status')} aria-live="polite">
          <Icon name={connected ? 'cloudUp' : 'noNetwork'} size={20} />
          <View>{stripWords(connected, waiting)}</View>
        </View>
      )}
      {items.length > 0 && (
        <View>
          <View className="card flush rows by-ava">
            {shown.map((item) => (
              <UnsentRow key={item.requestId} item={item} onPress={() => setOpened(item.requestId)} />
            ))}
          </View>
          {shown.length < items.length && (
            <Button kind="quiet" onPress={() => setAll(true)}>
              还有 {items.length - shown.length} 笔
            </Button>
          )}
          {waiting > 0 && !(outlivesTheApp && ownBox()?.keeps()) && (
            <View className="t12 ink3 mt4 tc">只留到这个页面关掉为止</View>
          )}
        </View>
      )}
      {chosen && <UnsentSheet item={chosen} onClose={() => setOpened(null)} />}
    </>
  );
};
