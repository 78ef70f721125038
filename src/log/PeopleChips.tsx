import { View } from '@tarojs/components';
import { shortName } from '@/lib/cut';
import type { Whom } from '@/lib/handedOver';
import { namesInWords } from '@/lib/logWords';
import { Icon } from '@/ui/Icon';
import { Avatar } from '@/ui/Person';
import { Press } from '@/ui/Press';
import { role } from '@/ui/role';

interface Props {
  people: Whom[];
  /** Those who were taken out because they have left. */
  gone: Whom[];
  /** Those who are offered while nobody is chosen. */
  offered: Whom[];
  onChange: (people: Whom[]) => void;
  onChoose: () => void;
}

const offeredAtMost = 4;
const namedAtMost = 8;

/** Whom it is about: those chosen, and while there is nobody, those one was in touch with lately. */
export const PeopleChips = ({ people, gone, offered, onChange, onChoose }: Props) => {
  const named = people.slice(0, namedAtMost);
  return (
    <>
      <View className="chips">
        {named.map(({ contactId, name }) => (
          <Press
            key={contactId}
            className="chip in of-person"
            onPress={() => onChange(people.filter((one) => one.contactId !== contactId))}
          >
            <Avatar name={name} />
            <View className="spoken">去掉</View>
            <View className="ink">{shortName(name)}</View>
            <Icon name="close" size={16} />
          </Press>
        ))}
        {people.length > named.length && (
          <Press className="chip in" onPress={onChoose}>
            还有 {people.length - named.length} 位
          </Press>
        )}
        {people.length === 0 &&
          offered.slice(0, offeredAtMost).map(({ contactId, name }) => (
            <Press
              key={contactId}
              className="chip in of-person offered"
              onPress={() => onChange([{ contactId, name }])}
            >
              <Avatar name={name} />
              {shortName(name)}
            </Press>
          ))}
        <Press id="choose-whom" className="chip in" onPress={onChoose}>
          <View className="flex g4 brand b">
            <Icon name="plus" size={20} />
            加人
          </View>
        </Press>
      </View>
      {gone.length > 0 && (
        <View className="note warn mt8" {...role('status')}>
          {namesInWords(gone.map(({ name }) => name))}现在不由你联系，这一笔里去掉了。
        </View>
      )}
    </>
  );
};
