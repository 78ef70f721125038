import { useQuery } from '@tanstack/react-query';
import type { Outputs } from '../../types/contract';
import { shortOrg } from '@/lib/cut';
import { goTo, routes } from '@/lib/routes';
import { ownSitesQuery } from '@/lib/ownSitesQuery';
import { Row } from '@/ui/Row';

type OwnSite = Outputs['grassrootsDay']['ownSites']['items'][number];

const detail = ({ today, waiting }: OwnSite): string =>
  [today > 0 ? `今天来过 ${today} 位` : '请来到现场的团干部扫', waiting > 0 && `${waiting} 天等你确认`]
    .filter(Boolean)
    .join('，');

/** The sites whose contact one is, each a way to its live code. */
export const OwnSiteRows = () => {
  const { data } = useQuery(ownSitesQuery);
  return data?.items.map((site) => (
    <Row
      key={site.siteId}
      id={`own-site-${site.siteId}`}
      icon="site"
      bright
      title={`现场码 · ${shortOrg(site.name)}`}
      detail={detail(site)}
      onPress={() => goTo(routes.siteCode(site.siteId))}
    />
  ));
};
