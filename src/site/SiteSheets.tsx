import { View } from '@tarojs/components';
import { client } from '@/lib/client';
import { goTo, routes } from '@/lib/routes';
import { sitesInput, type SomeSites } from '@/lib/siteQueries';
import { tablesHere } from '@/lib/tableFile';
import { takeTable } from '@/lib/takeTable';
import { Icon } from '@/ui/Icon';
import { Press } from '@/ui/Press';
import { TakeTable } from '@/ui/TakeTable';
import { sitesTable } from './siteTables';

/** Sites out of a table, and into one: those that the list shows. */
export const SiteSheets = ({ some }: { some: SomeSites }) =>
  tablesHere ? (
    <View className="flex g16 site-sheets">
      <Press id="import-sites" className="text-btn" as="link" onPress={() => goTo(routes.importSites(some.orgId))}>
        <Icon name="doc" size={20} />
        从表格登记
      </Press>
      <TakeTable
        id="take-sites"
        take={(onTaken) =>
          takeTable(
            {
              fileName: some.closed ? '停用的地点' : '地点',
              unit: '个地点',
              pageAfter: (cursor) => client.grassrootsDay.sites(sitesInput(some, cursor)),
              tablesOf: (sites) => [sitesTable(sites)],
            },
            onTaken,
          )
        }
      />
    </View>
  ) : (
    <View className="t14 ink3">从表格登记、导出表格，在电脑上打开。</View>
  );
