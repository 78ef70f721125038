import { View } from '@tarojs/components';
import type { Outputs } from '../../types/contract';
import { shortOrg } from '@/lib/cut';
import { wholeDay } from '@/lib/day';
import { goTo, routes } from '@/lib/routes';
import { shortKindWords } from '@/lib/siteWords';
import { Icon } from '@/ui/Icon';
import { Press } from '@/ui/Press';

type Site = Outputs['grassrootsDay']['sites']['items'][number];

const SiteRow = ({ site }: { site: Site }) => {
  const { siteId, name, kind, address, orgName, contactName, closedOn, visits } = site;
  return (
    <Press id={`site-${siteId}`} className="row site-row" as="link" onPress={() => goTo(routes.site(siteId))}>
      <View className="site-name">
        <View className="b wrap-any">{name}</View>
        {closedOn && <View className="badge">{wholeDay(closedOn)}起停用</View>}
      </View>
      <View className="t14 ink2 site-kind">{shortKindWords[kind]}</View>
      <View className="t14 ink2 wrap-any site-address">
        <View className="site-phone">{shortKindWords[kind]}，</View>
        {address}
      </View>
      <View className="t14 ink2 site-org">{shortOrg(orgName)}</View>
      <View className="t14 site-contact">
        {contactName && <View className="site-phone ink2">现场联系人 </View>}
        {contactName ?? (
          <View className={closedOn ? 'flex g4 ink3' : 'flex g4 warn'}>
            <Icon name="alert" size={16} />
            还没有现场联系人
          </View>
        )}
      </View>
      <View className="t14 site-visits">
        <View className="site-phone ink2">今年 </View>
        <View className="site-figure">{visits}</View>
        <View className="ink2"> 人次</View>
      </View>
      <View className="go">
        <Icon name="right" size={20} />
      </View>
    </Press>
  );
};

/** One line a site: on a phone three short ones, on a desktop a table. */
export const SiteTable = ({ sites }: { sites: Site[] }) => (
  <View className="card flush site-table" id="site-table">
    <View className="t12 ink3 site-heads" aria-hidden="true">
      <View>地点</View>
      <View>类别</View>
      <View>地址</View>
      <View>团组织</View>
      <View>现场联系人</View>
      <View className="tr">今年来过</View>
      <View />
    </View>
    {sites.map((site) => (
      <SiteRow key={site.siteId} site={site} />
    ))}
  </View>
);
