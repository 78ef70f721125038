import { useState } from 'react';
import Taro from '@tarojs/taro';
import type { Me } from '../../types/org';
import { meQuery, queries } from '@/lib/queries';
import { OrgFigures } from '@/org/OrgFigures';
import { useScanning } from '@/scan/useScanning';
import { Page } from '@/ui/Page';
import { type Tab, TabBar } from '@/ui/TabBar';
import { Holders } from './Holders';
import { JustAdded } from './JustAdded';
import { MyCode } from './MyCode';
import { Self } from './Self';
import { Today } from './Today';
import { Youths } from './Youths';

type TabList = [Tab, ...Tab[]];

const me: Tab = { name: 'me', icon: 'me', word: '我' };
const cadreTabs: TabList = [
  { name: 'today', icon: 'today', word: '今天' },
  { name: 'youths', icon: 'people', word: '青年' },
  me,
];
const youthTabs: TabList = [
  { name: 'code', icon: 'qr', word: '我的码' },
  { name: 'holders', icon: 'people', word: '联系我' },
  me,
];
const administratorTabs: TabList = [{ name: 'org', icon: 'building', word: '组织' }, me];

const tabsOf = ({ cadre, youth }: Me): TabList => {
  if (cadre) return cadreTabs;
  return youth ? youthTabs : administratorTabs;
};

interface Props {
  me: Me;
  /** The tab that the page was opened on; a cadre's own code stands beside the tabs. */
  opened?: string;
  /** What the code says with which somebody came. */
  onHand: string | null;
}

/** The tabs of a cadre, of a youth, or of an administrator without a post. */
export const Tabs = (props: Props) => {
  const tabs = tabsOf(props.me);
  const [current, setCurrent] = useState(props.opened ?? tabs[0].name);
  const { scan, sheet } = useScanning(props.onHand);
  const change = (name: string) => {
    setCurrent(name);
    void queries.invalidateQueries(meQuery);
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  };
  const { cadre, youth, administers, today } = props.me;
  const [root] = administers;
  return (
    <>
      {current === 'today' && cadre && <Today cadre={cadre} today={today} onScan={scan} />}
      {current === 'youths' && cadre && <Youths today={today} onScan={scan} />}
      {current === 'code' && youth && <MyCode today={today} onScan={scan} />}
      {current === 'holders' && youth && <Holders today={today} onScan={scan} />}
      {current === 'org' && root && (
        <Page title="组织" kind="wide over-tabs" first>
          <OrgFigures orgId={root.orgId} />
        </Page>
      )}
      {current === 'me' && <Self me={props.me} onTab={change} />}
      {youth && (!cadre || current === 'code') && <JustAdded />}
      <TabBar tabs={tabs} current={current} onChange={change} />
      {sheet}
    </>
  );
};
