import { View } from '@tarojs/components';
import type { Field } from '../../types/words';
import { shortName } from '@/lib/cut';
import { Icon } from '@/ui/Icon';
import { Avatar, FieldAndUnit } from '@/ui/Person';
import { Press } from '@/ui/Press';

interface Props {
  name: string;
  field?: Field;
  unit?: string | null;
  /** When the last contact was, where that is known. */
  lastly?: string;
  chosen: boolean;
  onPress: () => void;
}

export const WhomRow = ({ name, field, unit = null, lastly, chosen, onPress }: Props) => (
  <Press className="row" as="checkbox" selected={chosen} onPress={onPress}>
    <Avatar name={name} field={field} />
    <View className="grow">
      <View className="b">{shortName(name)}</View>
      {field && <FieldAndUnit field={field} unit={unit} />}
      {lastly && <View className="t14 ink2">{lastly}</View>}
    </View>
    <View className={chosen ? 'tick on' : 'tick'}>{chosen && <Icon name="check" size={16} />}</View>
  </Press>
);
