import { View } from '@tarojs/components';
import { FIELDS } from '../../types/words';
import type { Standing } from '../../types/shared';
import { Heading } from '@/ui/Heading';
import { FieldWord } from '@/ui/Person';

/** D2.2 How the counted youths spread over the seven fields; one without anybody is said first, not drawn. */
export const Breadth = ({ standing: { counted, byField } }: { standing: Standing }) => {
  const filled = FIELDS.filter((field) => byField[field] > 0);
  const empty = FIELDS.filter((field) => byField[field] === 0);
  return (
    <View className="part">
      <View className="flex between">
        <Heading className="b">七个领域</Heading>
        <View className="t14 ink2">{empty.length > 0 ? `还有 ${empty.length} 个领域没有人` : '七个都有人'}</View>
      </View>
      {counted > 0 && (
        <View className="stack mt12" aria-hidden="true">
          {filled.map((field) => (
            <View key={field} className={`stack-part f-${field}`} style={{ flex: `${byField[field]} 1 0` }} />
          ))}
        </View>
      )}
      <View className="two-columns t14 mt12">
        {[...empty, ...filled].map((field) => (
          <View key={field} className="flex between">
            <FieldWord field={field} />
            {byField[field] > 0 ? (
              <View className="b nw">{byField[field]} 位</View>
            ) : (
              <View className="warn nw">还没有</View>
            )}
          </View>
        ))}
      </View>
    </View>
  );
};
