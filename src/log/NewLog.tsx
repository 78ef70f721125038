import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { takeOver, type Whom } from '@/lib/handedOver';
import { namesInWords } from '@/lib/logWords';
import { network } from '@/lib/network';
import { ownBox } from '@/lib/outbox';
import { errorOf, isOf, isOnItsWay, type Item, saysOneHasLeft } from '@/lib/outbox/item';
import { useQueued } from '@/lib/outbox/useQueued';
import { offerQuery } from '@/lib/queries';
import { goBack } from '@/lib/routes';
import { isRefused } from '@/lib/say';
import { tell } from '@/lib/tell';
import { Button } from '@/ui/Button';
import { Failed } from '@/ui/Failed';
import type { Draft, Said } from './draft';
import { lastSettings } from './lastSettings';
import { LogForm } from './LogForm';
import { RepeatChip } from './RepeatChip';
import { useStillHeld } from './useStillHeld';

const empty = { task: null, way: null, activity: false, day: null, text: '', people: [] };

/** The day is today's until another is chosen. */
type Typed = Omit<Draft, 'day'> & { day: string | null };

/** What was refused and can be mended. */
const draftOf = (draftId: string | undefined): Item<'contactLog.write'> | null => {
  const item = ownBox()
    ?.items()
    .find(({ requestId }) => requestId === draftId);
  return item && isOf(item, 'contactLog.write') ? item : null;
};

/** That, or what another page has handed over. */
const firstOf = (item: Item<'contactLog.write'> | null): Typed => {
  if (!item?.input) return { ...empty, ...takeOver() };
  const { contactIds, ...said } = item.input;
  const names = item.people ?? [];
  return { ...said, people: contactIds.map((contactId, place) => ({ contactId, name: names[place] ?? '青年' })) };
};

/** Who has left is named where those stand whom it is about. */
const isToldAlready = (item: Item | null, gone: Whom[]): boolean =>
  gone.length > 0 && item?.error !== undefined && saysOneHasLeft(item.error);

interface Props {
  draftId?: string;
  choose: boolean;
  today: string;
}

/** D2.5, D2.6 A new log: kept on the phone first, then sent. */
export const NewLog = ({ draftId, choose, today }: Props) => {
  const offer = useQuery(offerQuery);
  const [refused] = useState(() => draftOf(draftId));
  const [typed, setTyped] = useState(() => firstOf(refused));
  const change = (to: Partial<Typed>) => setTyped((before) => ({ ...before, ...to }));
  const [kept] = useState(lastSettings.read);
  const { item, put } = useQueued('contactLog.write');
  const { people, gone } = useStillHeld(item ?? refused, typed.people);
  const last = kept ?? offer.data?.last ?? null;
  const draft: Draft = {
    ...typed,
    people,
    task: typed.task ?? last?.task ?? null,
    way: typed.way ?? last?.way ?? 'online',
    day: typed.day ?? today,
  };
  const done = item?.state === 'done';
  const waits = item !== null && item.late && isOnItsWay(item);

  useEffect(() => {
    if (!done && !waits) return;
    if (draftId) void ownBox()?.drop(draftId);
    goBack();
    void tell(done ? '记下了' : network.get() ? '记在手机里了，正在送出' : '没有网络，先记在手机里');
  }, [done, waits, draftId]);

  const save = (said: Said) => {
    lastSettings.keep(said);
    const names = people.map(({ name }) => name);
    change({ people });
    put(said, { about: namesInWords(names), people: names, late: false });
  };
  if (isRefused(offer.error, 'NOT_A_CADRE')) {
    return <Failed error={offer.error} onRetry={() => void offer.refetch()} />;
  }
  const onItsWay = item !== null && isOnItsWay(item);
  return (
    <>
      {offer.data?.last && !draftId && (
        <RepeatChip last={offer.data.last} known={offer.data.recent} onRepeat={change} />
      )}
      <LogForm
        draft={draft}
        onChange={change}
        today={today}
        recent={offer.data?.recent ?? []}
        gone={gone}
        choose={choose}
        saveWords="记下"
        busy={onItsWay || done}
        error={isToldAlready(item, gone) ? null : item && errorOf(item)}
        onSave={save}
      >
        {onItsWay && (
          <View className="after-some-seconds">
            <Button id="later" kind="quiet" onPress={() => void ownBox()?.leave(item.requestId)}>
              网络慢，先放着，会自己送出
            </Button>
          </View>
        )}
      </LogForm>
    </>
  );
};
