import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import { client } from '@/lib/client';
import { monthAndDay, wholeDay } from '@/lib/day';
import { meQuery } from '@/lib/queries';
import { isRefused } from '@/lib/say';
import { serviceWords } from '@/lib/words';
import { Failed } from '@/ui/Failed';
import { Heading } from '@/ui/Heading';
import { Page } from '@/ui/Page';
import { OrgAndTitle, PersonHead } from '@/ui/Person';
import { Row } from '@/ui/Row';
import { SkeletonCard } from '@/ui/Skeleton';
import { CadreChannels } from './CadreChannels';
import { CadreSheet, type CadreAct } from './CadreSheet';
import type { CadreEntry } from './cadreEntry';
import { OutOfScope } from './OutOfScope';
import { SuccessorSheet } from './SuccessorSheet';
import './org.scss';

const minorsWords = ({ minors }: CadreEntry): string => {
  if (!minors) return '还没有，不能联系未满 18 岁的';
  return `${wholeDay(minors.from)}起${minors.until ? `，到${wholeDay(minors.until)}之前` : ''}`;
};

const successorWords = ({ contacts, until, successor }: NonNullable<CadreEntry['handOver']>): string => {
  if (contacts === 0) return successor ? successor.name : '没有青年在等';
  return `${successor ? successor.name : '还没有定'}，${contacts} 位青年自己选，到${monthAndDay(until)}`;
};

const Entry = ({ postId, entry, today }: { postId: string; entry: CadreEntry; today: string }) => {
  const [act, setAct] = useState<CadreAct | null>(null);
  const [naming, setNaming] = useState(false);
  const { handOver } = entry;
  const over = entry.until !== null && entry.until <= today;
  return (
    <>
      <View className="card flush">
        <View className="part">
          <PersonHead name={entry.name} badge={entry.leadership && <View className="badge">班子成员</View>}>
            <OrgAndTitle {...entry} />
          </PersonHead>
        </View>
        <Row fact title="类别" aside={`${serviceWords[entry.service]}，${entry.inEstablishment ? '在编' : '不在编'}`} />
        <Row fact title="任职" aside={`${wholeDay(entry.from)}起`} />
        {entry.until && <Row fact title="结束" aside={wholeDay(entry.until)} />}
        {entry.administers.length > 0 && (
          <Row fact title="管理员" aside={entry.administers.map(({ name }) => name).join('、')} />
        )}
      </View>
      {!over && (
        <View className="card flush rows by-icon">
          <Row
            icon="shield"
            id="minors"
            title="联系未成年人"
            detail={minorsWords(entry)}
            onPress={() => setAct(entry.minors ? 'endMinors' : 'approveMinors')}
          />
          <Row
            icon="building"
            id="make-administrator"
            title="设为管理员"
            detail={`管${entry.orgName}和它下面的`}
            onPress={() => setAct('makeAdministrator')}
          />
          <Row
            icon="leave"
            id="end-post"
            title="结束职务"
            detail="选一天，从那天起不再担任"
            onPress={() => setAct('endPost')}
          />
        </View>
      )}
      {handOver && (
        <View className="card flush rows by-icon">
          <Row
            icon="people"
            id="successor"
            title="接任的人"
            detail={successorWords(handOver)}
            onPress={() => setNaming(true)}
          />
        </View>
      )}
      {!over && (
        <View>
          <Heading className="sec b">公开的联系方式</Heading>
          <View className="card">
            <CadreChannels postId={postId} />
          </View>
        </View>
      )}
      {act && (
        <CadreSheet
          act={act}
          postId={postId}
          entry={entry}
          today={today}
          onEnded={() => setNaming(true)}
          onClose={() => setAct(null)}
        />
      )}
      {naming && handOver && (
        <SuccessorSheet postId={postId} entry={entry} handOver={handOver} onClose={() => setNaming(false)} />
      )}
    </>
  );
};

/** D1.5, D9.3 A cadre's entry: the post, the approval for minors, and what an administrator can settle. */
const Cadre = () => {
  const { postId = '' } = useRouter().params;
  const { data: me } = useQuery(meQuery);
  const { data, error, refetch } = useQuery({
    queryKey: ['org.cadre', postId],
    queryFn: () => client.org.cadre({ postId }),
  });
  return (
    <Page title="团干部">
      {data && me && <Entry postId={postId} entry={data} today={me.today} />}
      {!data && !error && <SkeletonCard />}
      {isRefused(error, 'OUT_OF_SCOPE') ? (
        <OutOfScope error={error} />
      ) : (
        error && <Failed error={error} onRetry={() => void refetch()} />
      )}
    </Page>
  );
};

export default Cadre;
