import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Outputs } from '../../types/contract';
import { client } from '@/lib/client';
import { goBack } from '@/lib/routes';
import { sitesChanged } from '@/lib/siteQueries';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { ChooseOrg } from '@/org/ChooseOrg';
import { draftOf } from './siteDraft';
import { SiteForm } from './SiteForm';

interface Org {
  orgId: number;
  name: string;
  above: string | null;
}

/** Another name, another place, and, where one manages another organisation too, whose it is. */
export const EditSite = ({ site }: { site: Outputs['grassrootsDay']['site'] }) => {
  const [org, setOrg] = useState<Org | null>({ orgId: site.orgId, name: site.orgName, above: null });
  const edit = useWrite(client.grassrootsDay.editSite, () => {
    void sitesChanged();
    void tell('改好了');
    goBack();
  });
  return (
    <SiteForm
      before={draftOf(site)}
      error={edit.error}
      busy={edit.isPending}
      word="保存"
      onEdit={edit.reset}
      onSend={(facts) => edit.mutate({ siteId: site.siteId, orgId: (org ?? site).orgId, ...facts })}
    >
      <View className="part">
        <ChooseOrg
          chosen={org}
          mine
          onChoose={(chosen) => {
            edit.reset();
            setOrg(chosen);
          }}
        />
        <View className="t12 ink3 mt8">换到你管的另一个团组织，来过的日子跟着地点走。</View>
      </View>
    </SiteForm>
  );
};
