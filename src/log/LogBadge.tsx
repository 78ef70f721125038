import { View } from '@tarojs/components';
import type { LogMark, OwnLog } from '../../types/contactLog';
import type { MarkState } from '../../types/words';
import { markWords } from '@/lib/logWords';
import { Icon } from '@/ui/Icon';
import type { IconName } from '@/ui/icons';

const looks: Record<MarkState, { look: string; icon: IconName }> = {
  unanswered: { look: 'wait', icon: 'clock' },
  confirmed: { look: 'good', icon: 'check' },
  disputed: { look: 'warn', icon: 'alert' },
  answered: { look: 'warn', icon: 'clock' },
  struck: { look: '', icon: 'close' },
};

export const MarkBadge = ({ state }: Pick<LogMark, 'state'>) => (
  <View className={`badge ${looks[state].look}`}>
    <Icon name={looks[state].icon} size={14} />
    {markWords[state]}
  </View>
);

/** Where a log stands with all of its youths: what wants the cadre first. */
export const LogBadge = ({ log, contactId }: { log: OwnLog; contactId?: string }) => {
  const { people, disputed, late, youths } = log;
  const own = people.find((one) => one.contactId === contactId) ?? (youths === 1 ? people[0] : undefined);
  const confirmed = people.filter(({ state }) => state === 'confirmed').length;
  return (
    <View className="flex g8 mt4 badges">
      {own && <MarkBadge state={own.state} />}
      {!own && disputed > 0 && (
        <View className="badge warn">
          <Icon name="alert" size={14} />
          {disputed} 位说不是
        </View>
      )}
      {!own && confirmed > 0 && (
        <View className="badge good">
          <Icon name="check" size={14} />
          {confirmed} 位已确认
        </View>
      )}
      {!own && confirmed === 0 && disputed === 0 && people.length > 0 && <MarkBadge state="unanswered" />}
      {late && <View className="badge">补记，算半天</View>}
    </View>
  );
};
