import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import type { Field } from '../../types/words';
import { cutMiddle, lastCharacter } from '@/lib/cut';
import { fieldWords } from '@/lib/words';

/** The last character of a name, on the soft colour of the field; a cadre's on grey. */
export const Avatar = ({ name, field, large = false }: { name: string; field?: Field; large?: boolean }) => (
  <View className={['ava', large && 'large', field && `f-${field}`].filter(Boolean).join(' ')} aria-hidden="true">
    {lastCharacter(name)}
  </View>
);

export const FieldWord = ({ field }: { field: Field }) => (
  <View className={`field f-${field}`}>{fieldWords[field]}</View>
);

/** A youth's field and unit on one line with room for so many characters. */
export const FieldAndUnit = ({ field, unit, room = 18 }: { field: Field; unit: string | null; room?: number }) => (
  <View className="flex g8 t14 ink2">
    <FieldWord field={field} />
    {unit && <View className="cut ink3">{cutMiddle(unit, Math.min(16, room - fieldWords[field].length))}</View>}
  </View>
);

export const OrgAndTitle = ({ orgName, title }: { orgName: string; title: string }) => (
  <View className="t14 ink2 wrap-any">
    {orgName} {title}
  </View>
);

interface HeadProps {
  name: string;
  field?: Field;
  /** On a page or a sheet that is about this one person. */
  large?: boolean;
  /** Beside the name. */
  badge?: ReactNode;
  /** Below the name. */
  children: ReactNode;
}

/** The head of a person's card. */
export const PersonHead = ({ name, field, large = false, badge, children }: HeadProps) => (
  <View className="flex g16">
    <Avatar name={name} field={field} large />
    <View className="grow">
      <View className="flex g8">
        <View className={`${large ? 't22' : 't18'} b wrap-any`}>{name}</View>
        {badge}
      </View>
      {children}
    </View>
  </View>
);

/** How many cadres hold a youth, of how many: a filled dot each. */
export const HolderDots = ({ holders, cap }: { holders: number; cap: number }) => (
  <View className="flex g4" aria-hidden="true">
    {Array.from({ length: cap }, (_, place) => (
      <View key={place} className={place < holders ? 'dot on' : 'dot'} />
    ))}
  </View>
);
