import { useState } from 'react';
import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import type { Me } from '../../types/org';
import { codeQuery, meQuery } from '@/lib/queries';
import { sayError } from '@/lib/say';
import { usePageShown } from '@/lib/usePageShown';
import { serviceWords } from '@/lib/words';
import { Button } from '@/ui/Button';
import { Code } from '@/ui/Code';
import { FieldAndUnit, OrgAndTitle, PersonHead } from '@/ui/Person';
import { UnitState } from '@/ui/UnitState';
import { CardPicture } from './CardPicture';
import { NoCode } from './NoCode';
import { RenewCode } from './RenewCode';
import { SendCard } from './SendCard';

/** D2.4 A cadre's card: the name in the open, and the code by which a youth asks for contact. */
export const CadreCard = ({ cadre }: { cadre: NonNullable<Me['cadre']> }) => {
  const { data, error, refetch } = useQuery(codeQuery('cadre'));
  const [renewing, setRenewing] = useState(false);
  const shown = usePageShown();
  // Who scans the card is counted at once, on the phone that shows it too.
  useQuery({ ...meQuery, refetchInterval: shown && 2_000 });
  const [code] = data?.codes ?? [];
  return (
    <>
      <View className="card flush">
        <View className="part">
          <PersonHead name={cadre.publicName}>
            <OrgAndTitle {...cadre} />
            <View className="t14 ink3">{serviceWords[cadre.service]}</View>
          </PersonHead>
        </View>
        <View className="part col center">
          {code && <Code text={code.text} label="我的名片码" />}
          {!code && error && <NoCode {...sayError(error)} onRetry={() => void refetch()} />}
          {!code && !error && <View className="skeleton code after-a-while" />}
          {code && (
            <>
              <View className="b mt12">我的名片码</View>
              <View className="t14 ink2">请青年扫这个码，就能联系上你</View>
            </>
          )}
          <View className="t14 ink3" aria-live="polite">
            现在 {cadre.standing.counted} / {cadre.standing.quota} 位
          </View>
          <View className="mt16" />
          {code && <SendCard link={code.text} />}
          {code && <CardPicture />}
          {code && (
            <Button id="renew" kind="quiet" size="small" onPress={() => setRenewing(true)}>
              码传开了，换一个
            </Button>
          )}
        </View>
      </View>
      {renewing && <RenewCode onClose={() => setRenewing(false)} />}
    </>
  );
};

export const YouthCard = ({ youth }: { youth: NonNullable<Me['youth']> }) => (
  <View className="card">
    <PersonHead name={youth.name} field={youth.field}>
      <FieldAndUnit field={youth.field} unit={youth.unit} room={15.5} />
      <UnitState state={youth.unitState} />
    </PersonHead>
  </View>
);
