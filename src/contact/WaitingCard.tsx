import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Holder } from '../../types/contact';
import { shortName } from '@/lib/cut';
import { monthAndDay, wholeDay } from '@/lib/day';
import { goTo, routes } from '@/lib/routes';
import { Button } from '@/ui/Button';
import { OrgAndTitle, PersonHead } from '@/ui/Person';
import { Press } from '@/ui/Press';
import { Unsaved } from '@/ui/Unsaved';
import { ChooseSheet } from './ChooseSheet';
import { choiceRefused, useChoose } from './useChoose';

interface Props {
  holder: Holder;
  waiting: NonNullable<Holder['waiting']>;
  onLeave: () => void;
}

/** C11 Who has left the post, and the three ways: whoever is to follow, somebody else, nobody. */
export const WaitingCard = ({ holder, waiting, onLeave }: Props) => {
  const [choosing, setChoosing] = useState(false);
  const { since, until, successor } = waiting;
  const choose = useChoose(holder.contactId);
  return (
    <View className="card flush" id="waiting">
      <View className="part">
        <PersonHead name={holder.name} badge={<View className="badge">已离任</View>}>
          <OrgAndTitle {...holder} />
          <View className="t14 ink3">{wholeDay(since)}起不在这个岗位</View>
        </PersonHead>
        <View className="t18 b mt16">想让谁接着联系你？</View>
        <View className="ink2 mt4">
          位置给你留到{monthAndDay(until)}。不选也没关系，到时自己结束。以前的记录，接着联系的人看不到。
        </View>
      </View>
      <View className="part">
        {successor ? (
          <PersonHead name={successor.publicName} badge={<View className="badge">接任</View>}>
            <OrgAndTitle {...successor} />
            {successor.holds && <View className="t14 ink3">已经在联系你</View>}
          </PersonHead>
        ) : (
          <View className="ink2">接任的人还没有定。可以等一等，也可以先从同一个团组织里选一位。</View>
        )}
        <View className="mt16" />
        <Unsaved error={choose.error} words={choiceRefused} />
        <View className="col g8">
          {successor && (
            <Button id="accept-successor" busy={choose.isPending} onPress={() => choose.follow(successor)}>
              就请{shortName(successor.name)}接着联系
            </Button>
          )}
          <Button id="choose-another" kind="second" icon="people" onPress={() => setChoosing(true)}>
            {successor ? '选别的团干部' : '选一位团干部'}
          </Button>
          <Button id="leave" kind="line" icon="leave" onPress={onLeave}>
            不用了，离开
          </Button>
        </View>
        <Press
          id="concern"
          className="text-btn"
          as="link"
          label={`有情况要反映：${holder.name}`}
          onPress={() => goTo(routes.concern(holder.contactId))}
        >
          有情况要反映
        </Press>
      </View>
      {choosing && <ChooseSheet holder={holder} onClose={() => setChoosing(false)} />}
    </View>
  );
};
