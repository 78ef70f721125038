import { View } from '@tarojs/components';
import { cadreCalled } from '@/lib/closed';
import { shortName } from '@/lib/cut';
import { timeOf } from '@/lib/day';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Avatar } from '@/ui/Person';
import { Press } from '@/ui/Press';
import { evidenceInWords, type WaitingDay, waitsForContact } from './dayWords';

interface Props {
  visitor: WaitingDay;
  busy: boolean;
  onConfirm: () => void;
  onRefuse: () => void;
}

const asideWords = ({ state, at }: WaitingDay): string => {
  if (state === 'confirmed') return timeOf(Date.parse(at));
  return state === 'refused' ? '没有通过' : '由管理员确认';
};

/** One who was here: when, or what the contact can say to it. */
export const VisitorRow = ({ visitor, busy, onConfirm, onRefuse }: Props) => {
  const { orgName, state } = visitor;
  const cadreName = cadreCalled(visitor.cadreName);
  const waits = waitsForContact(visitor);
  return (
    <View className="row">
      <Avatar name={cadreName} />
      <View className="grow beside">
        <View className="grow">
          <View className="b wrap-any">{shortName(cadreName)}</View>
          <View className="t14 ink2 wrap-any">
            {[orgName, state === 'unconfirmed' && evidenceInWords(visitor)].filter(Boolean).join('，')}
          </View>
        </View>
        {waits ? (
          <View className="flex g4">
            <Press className="text-btn site-no" label={`不是：${cadreName}`} onPress={onRefuse}>
              不是
            </Press>
            <Button kind="second" size="small" label={`确认来过：${cadreName}`} busy={busy} onPress={onConfirm}>
              确认来过
            </Button>
          </View>
        ) : (
          <View className="flex g4 t14 ink2">
            {state === 'confirmed' && (
              <View className="brand">
                <Icon name="check" size={20} />
              </View>
            )}
            {asideWords(visitor)}
          </View>
        )}
      </View>
    </View>
  );
};
