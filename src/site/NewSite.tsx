import { View } from '@tarojs/components';
import type { Outputs } from '../../types/contract';
import { client } from '@/lib/client';
import { goInstead, routes } from '@/lib/routes';
import { sitesChanged } from '@/lib/siteQueries';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { emptySite } from './siteDraft';
import { SiteForm } from './SiteForm';

/** Where cadres can go from now on. */
export const NewSite = ({ org }: { org: Outputs['org']['overview']['org'] }) => {
  const register = useWrite(client.grassrootsDay.registerSite, ({ siteId }) => {
    void sitesChanged();
    void tell('登记好了');
    goInstead(routes.site(siteId));
  });
  return (
    <>
      <View className="t14 ink2">登记在{org.name}名下，所有团干部都能去。</View>
      <SiteForm
        before={emptySite}
        error={register.error}
        busy={register.isPending}
        word="登记"
        onEdit={register.reset}
        onSend={(facts) => register.mutate({ orgId: org.orgId, ...facts })}
      />
    </>
  );
};
