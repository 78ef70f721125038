import { View } from '@tarojs/components';
import type { Candidate } from '../../types/account';
import { fieldWords } from '@/lib/words';
import { Icon } from '@/ui/Icon';
import { Press } from '@/ui/Press';
import { role } from '@/ui/role';

const partsOf = ({ post, youth, holder }: Candidate): string[] => [
  ...(post ? [`${post.orgName} ${post.title}`.trim()] : []),
  ...(youth ? [[fieldWords[youth.field], youth.unit].filter(Boolean).join(' ')] : []),
  ...(holder ? [`${holder.orgName} ${holder.name}在联系，可以问问`] : []),
];

const bornWords = ({ bornAsSaid }: Candidate): string => {
  if (bornAsSaid === null) return '出生年月没法核对';
  return bornAsSaid ? '出生年月一致' : '出生年月不一致';
};

interface Props {
  name: string;
  items: Candidate[];
  chosen: string | null;
  onChoose: (candidate: string) => void;
}

/** C7 Those of the name within the administrator's scope. That they were looked at is written down (D9.8). */
export const Candidates = ({ name, items, chosen, onChoose }: Props) => {
  if (items.length === 0) {
    return (
      <View className="note soft mt16">
        你的范围里没有叫{name}的团干部，也没有团干部在联系的{name}。请对方看看是不是选错了组织。
      </View>
    );
  }
  return (
    <>
      <View className="label mt16">可能是这里的哪一位？先当面或打电话核对，你看过谁会留下记录。</View>
      <View className="col g8" {...role('radiogroup')} aria-label="可能是哪一位">
        {items.map((item) => (
          <Press
            key={item.candidate}
            className={`candidate flex g8${chosen === item.candidate ? ' on' : ''}`}
            as="radio"
            selected={chosen === item.candidate}
            onPress={() => onChoose(item.candidate)}
          >
            <View className="grow">
              {partsOf(item).map((part) => (
                <View key={part} className="wrap-any">
                  {part}
                </View>
              ))}
              <View className={`t14 ${item.bornAsSaid === false ? 'warn' : 'ink2'}`}>{bornWords(item)}</View>
            </View>
            {chosen === item.candidate && (
              <View className="brand">
                <Icon name="check" />
              </View>
            )}
          </Press>
        ))}
      </View>
    </>
  );
};
