import { useState } from 'react';
import { View } from '@tarojs/components';
import { goTo, routes } from '@/lib/routes';
import type { SomeSites } from '@/lib/siteQueries';
import { saveTables, tablesHere } from '@/lib/tableFile';
import { tell } from '@/lib/tell';
import { Icon } from '@/ui/Icon';
import { Press } from '@/ui/Press';
import { role } from '@/ui/role';
import { allSites, MOST_TAKEN } from './allSites';
import { sitesTable } from './siteTables';

const takeAway = async (some: SomeSites, onTaken: (taken: number) => void): Promise<string> => {
  try {
    const { sites, more } = await allSites(some, onTaken);
    if (sites.length === 0) return '这里没有站点，没有导出';
    if (!(await saveTables(some.closed ? '停用的站点' : '站点', [sitesTable(sites)]))) return '没有连上，没有导出';
    return more ? `一次最多导出 ${MOST_TAKEN} 个，其余的按类别再导出` : `导出了 ${sites.length} 个站点`;
  } catch {
    return '没有连上，没有导出';
  }
};

/** Sites out of a table, and into one: those that the list shows. */
export const SiteSheets = ({ some }: { some: SomeSites }) => {
  const [taken, setTaken] = useState<number | null>(null);
  const take = async () => {
    setTaken(0);
    await tell(await takeAway(some, setTaken));
    setTaken(null);
  };
  if (!tablesHere) return <View className="t14 ink3">从表格登记、导出表格，在电脑上打开。</View>;
  return (
    <View className="flex g16 site-sheets">
      <Press id="import-sites" className="text-btn" as="link" onPress={() => goTo(routes.importSites(some.orgId))}>
        <Icon name="doc" size={20} />
        从表格登记
      </Press>
      <Press id="take-sites" className="text-btn" disabled={taken !== null} onPress={() => void take()}>
        <Icon name="download" size={20} />
        {taken === null ? '导出表格' : '正在导出'}
      </Press>
      {taken !== null && taken > 0 && (
        <View className="t14 ink2" {...role('status')}>
          取到 {taken} 个
        </View>
      )}
    </View>
  );
};
