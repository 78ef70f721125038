import { View } from '@tarojs/components';
import { goTo, routes } from '@/lib/routes';
import { siteKindWords } from '@/lib/siteWords';
import { role } from '@/ui/role';
import { Row } from '@/ui/Row';
import type { MapSite } from './mapView';

/** What was pressed in the drawing: a site, or those of one place. */
export const ChosenSites = ({ sites }: { sites: MapSite[] }) => (
  <View {...role('status')} className="rows by-icon map-chosen">
    {sites.length === 0 && <View className="t14 ink2 map-hint">点一个地点，看是哪里；点数字，看这一片有哪些。</View>}
    {sites.map(({ siteId, name, kind, address }) => (
      <Row
        key={siteId}
        id={`chosen-${siteId}`}
        icon="site"
        bright
        title={name}
        detail={`${siteKindWords[kind]}，${address}`}
        onPress={() => goTo(routes.site(siteId))}
      />
    ))}
  </View>
);
