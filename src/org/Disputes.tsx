import { View } from '@tarojs/components';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Outputs } from '../../types/contract';
import { cadreCalled } from '@/lib/closed';
import { monthAndDay } from '@/lib/day';
import { disputesQuery } from '@/lib/todoQueries';
import { Heading } from '@/ui/Heading';
import { More } from '@/ui/More';
import { Avatar } from '@/ui/Person';

type Dispute = Outputs['contactLog']['disputes']['items'][number];

const stateWords = ({ outcome, answeredOn }: Dispute): string => {
  if (outcome) return outcome === 'stands' ? '青年说是' : '不算数';
  return answeredOn ? '等青年来定' : '等答复';
};

const DisputeRow = ({ dispute }: { dispute: Dispute }) => {
  const { cadre, orgName, raisedOn, answer, outcome } = dispute;
  const name = cadreCalled(cadre);
  return (
    <View className="row">
      <Avatar name={name} />
      <View className="grow">
        <View className="flex g8 post-flags">
          <View className="b wrap-any">{name}</View>
          <View className={outcome ? 'badge' : 'badge warn'}>{stateWords(dispute)}</View>
        </View>
        <View className="t14 ink2 wrap-any">
          {orgName}，{monthAndDay(raisedOn)}有青年说“这不是我”
        </View>
        {answer && <View className="t14 ink2 wrap-any">答复：{answer}</View>}
      </View>
    </View>
  );
};

/** D1.5 That a youth disputes a log, and what the cadre has answered: nothing to be done here, and no more than this. */
export const Disputes = ({ orgId }: { orgId: number }) => {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(disputesQuery(orgId));
  const disputes = data?.pages.flatMap(({ items }) => items) ?? [];
  if (disputes.length === 0) return null;
  return (
    <>
      <View>
        <Heading className="sec b">记录对不上的</Heading>
        <View className="t14 ink2">由团干部答复，由青年来定。这里只看得到这些。</View>
      </View>
      <View className="card flush rows by-ava" id="disputes">
        {disputes.map((dispute) => (
          <DisputeRow key={dispute.disputeId} dispute={dispute} />
        ))}
      </View>
      <More of={{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </>
  );
};
