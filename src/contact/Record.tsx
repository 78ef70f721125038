import { View } from '@tarojs/components';
import type { Outputs } from '../../types/contract';
import { birthInWords } from '@/lib/asked';
import { client } from '@/lib/client';
import { wholeDay } from '@/lib/day';
import { queries, recordQuery } from '@/lib/queries';
import { goTo, routes } from '@/lib/routes';
import { sayError } from '@/lib/say';
import { useWrite } from '@/lib/useWrite';
import { LookRows } from '@/privacy/LookRows';
import { Heading } from '@/ui/Heading';
import { FieldWord } from '@/ui/Person';
import { Press } from '@/ui/Press';
import { Row } from '@/ui/Row';
import { UnitState } from '@/ui/UnitState';
import { role } from '@/ui/role';
import { PastHolders } from './PastHolders';
import { Requests } from './Requests';
import { Rights } from './Rights';

type RecordAnswer = Outputs['privacy']['record'];

const Kept = ({ youth }: Pick<RecordAnswer, 'youth'>) => (
  <View>
    <Heading className="sec b">你的资料</Heading>
    <View className="card flush">
      <Row fact title="姓名" aside={youth.name} />
      <Row fact title="出生年月" aside={birthInWords(youth.birthMonth)} />
      <Row fact title="领域" aside={<FieldWord field={youth.field} />} />
      <Row
        fact
        title="单位"
        aside={
          <>
            {youth.unit ?? '没有填'}
            <UnitState state={youth.unitState} />
          </>
        }
      />
      <Row fact title="登记" aside={wholeDay(youth.registeredOn)} />
    </View>
  </View>
);

const Blocked = ({ blocked }: Pick<RecordAnswer, 'blocked'>) => {
  const unblock = useWrite(client.contact.unblock, () => void queries.invalidateQueries(recordQuery));
  if (blocked.length === 0) return null;
  return (
    <View>
      <Heading className="sec b">不能再添加你的</Heading>
      <View className="card flush rows by-icon">
        {blocked.map(({ cadreId, name }) => (
          <Row
            key={cadreId}
            icon="lock"
            title={name}
            aside={
              <Press className="text-btn" label={`解除${name}`} onPress={() => unblock.mutate({ cadreId })}>
                解除
              </Press>
            }
          />
        ))}
      </View>
      {unblock.isError && (
        <View className="t14 warn mt8" {...role('alert')}>
          {sayError(unblock.error).title}，请再试一次。
        </View>
      )}
    </View>
  );
};

const consentWords = ({ version, on, withdrawnOn }: RecordAnswer['consents'][number]): string =>
  withdrawnOn ? `${wholeDay(withdrawnOn)}撤回了同意` : `${wholeDay(on)}同意了第 ${version} 版`;

const Consents = ({ consents }: Pick<RecordAnswer, 'consents'>) => {
  const [latest] = consents;
  return (
    <View className="card flush rows by-icon">
      <Row icon="doc" title="告知" detail={latest && consentWords(latest)} onPress={() => goTo(routes.notice())} />
    </View>
  );
};

/** D9.4 What is kept on me, who looked at it, whom I have blocked, what I agreed to. */
export const Record = ({ record }: { record: RecordAnswer }) => {
  const agreed = record.consents.some(({ withdrawnOn }) => withdrawnOn === null);
  return (
    <>
      <Kept youth={record.youth} />
      <LookRows looks={record.looks} />
      {agreed && <PastHolders past={record.past} />}
      <Blocked blocked={record.blocked} />
      <Consents consents={record.consents} />
      <Requests requests={record.requests} />
      <Rights agreed={agreed} />
    </>
  );
};
