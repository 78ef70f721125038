import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Me } from '../../types/org';
import { ownSitesQuery } from '@/lib/siteQueries';
import { Failed } from '@/ui/Failed';
import { Page } from '@/ui/Page';
import { SkeletonCard } from '@/ui/Skeleton';
import { SiteTabs } from './SiteTabs';
import { Welcome } from './Welcome';

/** Neither cadre nor youth nor administrator: the contact of a site, or somebody who may become a youth. */
export const Stranger = ({ me, byCard }: { me: Me; byCard: boolean }) => {
  const [registering, setRegistering] = useState(false);
  const { data, error, refetch } = useQuery({ ...ownSitesQuery, enabled: !me.newcomer && !byCard });
  if (me.newcomer || byCard || data?.items.length === 0) return <Welcome byCard={byCard} newcomer={me.newcomer} />;
  if (registering) return <Welcome byCard={false} newcomer={false} onNotNow={() => setRegistering(false)} />;
  if (data) return <SiteTabs me={me} onRegister={() => setRegistering(true)} />;
  return (
    <Page title="到青年中去" first>
      {error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonCard />}
    </Page>
  );
};
