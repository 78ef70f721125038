import { type ReactNode, useEffect } from 'react';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { goBack } from '@/lib/routes';
import { Icon } from './Icon';
import { Press } from './Press';
import { role } from './role';

interface Props {
  title: string;
  /** What it stands on, and what lies over its lower end. */
  kind?: 'paper' | 'over-tabs' | 'wide' | 'wide over-tabs';
  /** The first page of all has nowhere to go back to. */
  first?: boolean;
  children: ReactNode;
}

/** WeChat draws the bar with the title by itself; a browser does not. */
const Nav = ({ title, first, kind }: Pick<Props, 'title' | 'first' | 'kind'>) => (
  <View className={['nav', kind].filter(Boolean).join(' ')} {...role('heading')} aria-level={1}>
    {!first && (
      <Press className="nav-back" label="返回" onPress={goBack}>
        <Icon name="left" />
      </Press>
    )}
    {title}
  </View>
);

export const Page = ({ title, kind, first = false, children }: Props) => {
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title });
  }, [title]);
  return (
    <>
      {process.env.TARO_ENV === 'h5' && <Nav title={title} first={first} kind={kind} />}
      <View className={['page', kind].filter(Boolean).join(' ')}>{children}</View>
    </>
  );
};
