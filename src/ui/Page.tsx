import { type ReactNode, useEffect } from 'react';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { fetchAhead } from '@/lib/pageCode';
import { goBack } from '@/lib/routes';
import { Icon } from './Icon';
import { Press } from './Press';
import { role } from './role';
import { usePageFocus } from './usePageFocus';

interface Props {
  title: string;
  /** What it stands on, and what lies over its lower end. */
  kind?: 'paper' | 'over-tabs' | 'wide' | 'wide over-tabs' | 'always-light';
  /** The first page of all has nowhere to go back to. */
  first?: boolean;
  children: ReactNode;
}

/** WeChat draws the bar with the title by itself; a browser does not. Taro's elements lose the focus while they start. */
const Nav = ({ title, first, kind }: Pick<Props, 'title' | 'first' | 'kind'>) => {
  const heading = usePageFocus();
  return (
    <header className={['nav', kind].filter(Boolean).join(' ')}>
      {!first && (
        <Press className="nav-back" label="返回" onPress={goBack}>
          <Icon name="left" />
        </Press>
      )}
      <h1 ref={heading} className="nav-title" tabIndex={-1}>
        {title}
      </h1>
    </header>
  );
};

export const Page = ({ title, kind, first = false, children }: Props) => {
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title });
  }, [title]);
  useEffect(fetchAhead, []);
  if (process.env.TARO_ENV !== 'h5')
    return <View className={['page below-bar', kind].filter(Boolean).join(' ')}>{children}</View>;
  return (
    <>
      <Nav title={title} first={first} kind={kind} />
      <View className={['page', kind].filter(Boolean).join(' ')} {...role('main')}>
        {children}
      </View>
    </>
  );
};
