import { useState } from 'react';
import { ScrollView, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { SITE_KINDS, type SiteKind } from '../../types/words';
import { goTo, routes } from '@/lib/routes';
import { isRefused } from '@/lib/say';
import { sitesQuery } from '@/lib/siteQueries';
import { shortKindWords } from '@/lib/siteWords';
import { useDebounced } from '@/lib/useDebounced';
import { OutOfScope } from '@/org/OutOfScope';
import { useSlashKey } from '@/org/useSlashKey';
import { Button } from '@/ui/Button';
import { Choices } from '@/ui/Choices';
import { Page } from '@/ui/Page';
import { SearchInput } from '@/ui/SearchInput';
import { Segments } from '@/ui/Segments';
import { SiteList } from './SiteList';
import { SiteMap } from './SiteMap';
import { SiteSheets } from './SiteSheets';
import './site.scss';

const all = 'all';
const open = [
  { name: 'open', word: '在用的' },
  { name: 'closed', word: '停用的' },
] as const;
const shapes = [
  { name: 'list', word: '列表' },
  { name: 'map', word: '位置图' },
] as const;

/** D4.1 Sites of an organisation and of all below it. */
const Sites = ({ orgId }: { orgId: number }) => {
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<SiteKind | null>(null);
  const [closed, setClosed] = useState(false);
  const [shape, setShape] = useState<'list' | 'map'>('list');
  const search = useDebounced(typed.trim(), 250);
  const some = { orgId, search, kind, closed };
  const list = useInfiniteQuery({ ...sitesQuery(some), enabled: shape === 'list' });
  useSlashKey('search-sites');
  const register = () => goTo(routes.newSite(orgId));
  const showAll = () => {
    setTyped('');
    setKind(null);
  };
  if (isRefused(list.error, 'OUT_OF_SCOPE')) return <OutOfScope error={list.error} />;
  return (
    <>
      <View className="site-tools">
        <View className="site-search">
          <SearchInput id="search-sites" hint="名称、地址或团组织" value={typed} onChange={setTyped} />
        </View>
        <Button id="new-site" size="small" icon="plus" onPress={register}>
          登记地点
        </Button>
      </View>
      <View className="site-filter">
        <ScrollView scrollX enhanced showScrollbar={false} className="chips-scroll">
          <Choices
            id="kind"
            label="哪一类"
            options={[all, ...SITE_KINDS]}
            chosen={kind ?? all}
            onChoose={(each) => setKind(each === all ? null : each)}
          >
            {(each) => (each === all ? '全部' : shortKindWords[each])}
          </Choices>
        </ScrollView>
        <View className="site-open on-ground">
          <Segments
            id="open"
            label="在用的还是停用的"
            segments={open}
            chosen={closed ? 'closed' : 'open'}
            onChoose={(each) => setClosed(each === 'closed')}
          />
        </View>
        <View className="site-open on-ground">
          <Segments id="shape" label="列表还是位置图" segments={shapes} chosen={shape} onChoose={setShape} />
        </View>
      </View>
      <SiteSheets some={some} />
      {shape === 'map' ? (
        <SiteMap some={some} onRegister={register} onAll={showAll} onList={() => setShape('list')} />
      ) : (
        <SiteList list={list} some={some} onRegister={register} onAll={showAll} />
      )}
    </>
  );
};

const SitesPage = () => (
  <Page title="地点" kind="wide">
    <Sites orgId={Number(useRouter().params.orgId)} />
  </Page>
);

export default SitesPage;
