import { useState, useSyncExternalStore } from 'react';
import { View } from '@tarojs/components';
import { timeOf } from '@/lib/day';
import { network } from '@/lib/network';
import { ownBox, sendNow, useItems } from '@/lib/outbox';
import { errorOf, isOnItsWay, isOnlyHere, type Item } from '@/lib/outbox/item';
import { outlivesTheApp } from '@/lib/outbox/keep';
import { sayError } from '@/lib/say';
import { isLive, liveUntil } from '@/lib/scannedText';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import type { IconName } from '@/ui/icons';
import { Avatar } from '@/ui/Person';
import { Press } from '@/ui/Press';
import { Refused } from '@/ui/Refused';
import { role } from '@/ui/role';
import { Sheet } from '@/ui/Sheet';

interface Mark {
  look: 'wait' | 'good' | 'bad';
  icon: IconName;
  word: string;
}

const marks: Record<Item['state'], Mark> = {
  waiting: { look: 'wait', icon: 'cloudUp', word: '待同步' },
  sending: { look: 'wait', icon: 'repeat', word: '同步中' },
  done: { look: 'good', icon: 'check', word: '已同步' },
  failed: { look: 'bad', icon: 'close', word: '没有成功' },
};

/** Nothing failed where the two had found each other already. */
const already: Mark = { look: 'good', icon: 'check', word: '已经联系上' };

const markOf = ({ state, error }: Item): Mark => (error?.code === 'CONTACT_ALREADY' ? already : marks[state]);

const titleOf = ({ about, output, input, state }: Item): string => {
  if (output) return output.name;
  if (about) return about;
  if (!input || state === 'failed') return '扫过的码';
  return isLive(input.text) ? '青年的码' : '团干部的名片码';
};

const detailOf = (item: Item): string => {
  const { state, madeAt, input } = item;
  if (state === 'failed') return `${timeOf(madeAt)}，${sayError(errorOf(item)).title}`;
  const until = input && liveUntil(input.text);
  return `扫码于 ${timeOf(madeAt)}${until ? `，${timeOf(until)} 前要送到` : ''}`;
};

const UnsentRow = ({ item, onPress }: { item: Item; onPress: () => void }) => {
  const { look, icon, word } = markOf(item);
  const title = titleOf(item);
  return (
    <Press className="row" onPress={onPress}>
      {item.about || item.output ? (
        <Avatar name={title} />
      ) : (
        <View className="ava">
          <Icon name="qr" size={20} />
        </View>
      )}
      <View className="grow">
        <View className="flex g8">
          <View className="b cut">{title}</View>
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

const waitingWords = (item: Item): string =>
  item.tried ? '可能已经送到，连上后就知道，不会重复。' : '连上后会自动送出，送到才算数。';

/** One of them: why it waits or did not succeed, and what can be done. */
const ItemSheet = ({ item, onClose }: { item: Item; onClose: () => void }) => {
  const { requestId, state, input } = item;
  const drop = () => {
    onClose();
    void ownBox()?.drop(requestId);
  };
  if (state === 'failed') {
    return (
      <Sheet label={titleOf(item)} onClose={onClose}>
        <Refused error={errorOf(item)}>
          <View className="mt16" />
          {input && (
            <Button icon="repeat" onPress={() => void ownBox()?.retry(requestId)}>
              再试一次
            </Button>
          )}
          <Button id="drop" kind={input ? 'quiet' : undefined} onPress={drop}>
            知道了
          </Button>
        </Refused>
      </Sheet>
    );
  }
  return (
    <Sheet label={titleOf(item)} onClose={onClose}>
      <View className="t18 b">{titleOf(item)}</View>
      <View className="t14 ink2 mt4">{detailOf(item)}</View>
      <View className="ink2 mt8">{state === 'done' ? '已经送到。' : waitingWords(item)}</View>
      <View className="mt16" />
      {state === 'done' ? (
        <Button id="drop" onPress={drop}>
          知道了
        </Button>
      ) : (
        <Button icon="cloudUp" busy={state === 'sending'} onPress={() => void sendNow()}>
          现在送出
        </Button>
      )}
      {isOnlyHere(item) && (
        <Button id="drop" kind="quiet" onPress={drop}>
          不要了
        </Button>
      )}
    </Sheet>
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
      {chosen && <ItemSheet item={chosen} onClose={() => setOpened(null)} />}
    </>
  );
};
