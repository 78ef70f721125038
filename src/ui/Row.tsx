import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Icon } from './Icon';
import type { IconName } from './icons';
import { Press } from './Press';

interface Props {
  icon?: IconName;
  /** The icon in green: a door to open, not a detail. */
  bright?: boolean;
  id?: string;
  title: ReactNode;
  detail?: ReactNode;
  aside?: ReactNode;
  /** The word at the right is what one reads; the title only names it. */
  fact?: boolean;
  /** Does something at once, rather than opening something. */
  acts?: boolean;
  onPress?: () => void;
}

/** One line of a list: what it is about, a word more below, a word at the right. */
export const Row = ({ icon, bright = false, id, title, detail, aside, fact = false, acts = false, onPress }: Props) => {
  const inside = (
    <>
      {icon && (
        <View className={bright ? 'brand' : 'ink2'}>
          <Icon name={icon} />
        </View>
      )}
      <View className="grow">
        <View className={detail ? 'b' : fact ? 't14 ink2 nw' : ''}>{title}</View>
        {detail && <View className="t14 ink2">{detail}</View>}
      </View>
      {aside && <View className={`row-aside wrap-any ${fact ? '' : 't14 ink3'}`}>{aside}</View>}
      {onPress && !acts && (
        <View className="go">
          <Icon name="right" size={20} />
        </View>
      )}
    </>
  );
  const className = fact ? 'row fact' : 'row';
  return onPress ? (
    <Press id={id} className={className} as={acts ? 'button' : 'link'} onPress={onPress}>
      {inside}
    </Press>
  ) : (
    <View className={className}>{inside}</View>
  );
};
