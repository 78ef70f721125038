import { View } from '@tarojs/components';
import { ownBox, sendNow } from '@/lib/outbox';
import { errorOf, isMendable, isOnlyHere, type Item } from '@/lib/outbox/item';
import { goTo, routes } from '@/lib/routes';
import { Button } from '@/ui/Button';
import { Refused } from '@/ui/Refused';
import { Sheet } from '@/ui/Sheet';
import { detailOf, titleOf, wordsOf } from './unsentWords';

const waitingWords = (item: Item): string =>
  item.tried ? '可能已经送到，连上后就知道，不会重复。' : '连上后会自动送出，送到才算数。';

const FailedItem = ({ item, onDrop, onClose }: { item: Item; onDrop: () => void; onClose: () => void }) => {
  const { requestId, input, error } = item;
  const mendable = error !== undefined && isMendable(item, error);
  const mend = () => {
    onClose();
    goTo(routes.log({ draft: requestId }));
  };
  return (
    <Refused error={errorOf(item)} words={wordsOf(item)}>
      <View className="mt16" />
      {input && mendable && (
        <Button id="mend" icon="pencil" onPress={mend}>
          改一改再记
        </Button>
      )}
      {input && !mendable && (
        <Button icon="repeat" onPress={() => void ownBox()?.retry(requestId)}>
          再试一次
        </Button>
      )}
      <Button id="drop" kind={input ? 'quiet' : undefined} onPress={onDrop}>
        {input && mendable ? '不要了' : '知道了'}
      </Button>
    </Refused>
  );
};

/** One of what waits: why it waits or did not succeed, and what can be done. */
export const UnsentSheet = ({ item, onClose }: { item: Item; onClose: () => void }) => {
  const { requestId, state } = item;
  const drop = () => {
    onClose();
    void ownBox()?.drop(requestId);
  };
  if (state === 'failed') {
    return (
      <Sheet label={titleOf(item)} onClose={onClose}>
        <FailedItem item={item} onDrop={drop} onClose={onClose} />
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
