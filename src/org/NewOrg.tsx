import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Outputs } from '../../types/contract';
import type { Level } from '../../types/words';
import { client } from '@/lib/client';
import { organisationChanged } from '@/lib/queries';
import { goBack } from '@/lib/routes';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { levelWords } from '@/lib/words';
import { Choices } from '@/ui/Choices';
import { Labelled } from '@/ui/Labelled';
import { YesNo } from '@/ui/YesNo';
import { NamesForm } from './NamesForm';

type Org = Outputs['org']['overview']['org'];

/** D1.2 A new organisation right below one. */
export const NewOrg = ({ org }: { org: Org }) => {
  const [level, setLevel] = useState<Level | null>(org.below[0] ?? null);
  const [forProvince, setForProvince] = useState(false);
  const add = useWrite(client.org.addOrg, () => {
    void organisationChanged();
    void tell('建好了');
    goBack();
  });
  if (!level) return <View className="t14 ink2">{org.name}是最后一级，下面不再设组织。</View>;
  return (
    <>
      <View className="t14 ink2">建在{org.name}下面。</View>
      <NamesForm
        before={{ name: '', shortName: '', place: '' }}
        error={add.error}
        busy={add.isPending}
        word="建立"
        onEdit={add.reset}
        onSend={(names) => add.mutate({ orgId: org.orgId, ...names, level, forProvince })}
      >
        {org.below.length > 1 && (
          <View className="part">
            <Labelled id="level" label="级别">
              <Choices id="level" label="级别" options={org.below} chosen={level} onPaper onChoose={setLevel}>
                {(each) => levelWords[each]}
              </Choices>
            </Labelled>
          </View>
        )}
        {level === 'unit' && (
          <View className="part">
            <YesNo
              id="for-province"
              label="代团省委管一个系统的团工委"
              words={['是，算领导机关', '不是']}
              value={forProvince}
              onChange={setForProvince}
            />
          </View>
        )}
      </NamesForm>
    </>
  );
};
