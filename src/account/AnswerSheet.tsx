import { useState } from 'react';
import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import type { Asking } from '../../types/account';
import { client } from '@/lib/client';
import { queries } from '@/lib/queries';
import { tell } from '@/lib/tell';
import { bindingsQuery } from '@/lib/todoQueries';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { Failed } from '@/ui/Failed';
import { Heading } from '@/ui/Heading';
import { Refused } from '@/ui/Refused';
import { Sheet } from '@/ui/Sheet';
import { SkeletonRows } from '@/ui/Skeleton';
import { Candidates } from './Candidates';
import { RefuseFields } from './RefuseFields';

const bornWords = ({ born }: Asking): string =>
  born ? `${born.birthYear}年${born.birthMonth}月出生` : '没有写出生年月';

/** C7 One asking: what was said, whom it may mean, and the two answers. */
export const AnswerSheet = ({ asking, onClose }: { asking: Asking; onClose: () => void }) => {
  const { bindingId, name, note } = asking;
  const [chosen, setChosen] = useState<string | null>(null);
  const [refusing, setRefusing] = useState(false);
  const found = useQuery({
    queryKey: ['account.candidates', bindingId],
    queryFn: () => client.account.candidates({ bindingId }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const onAnswered = (told: string) => () => {
    void queries.invalidateQueries({ queryKey: bindingsQuery.queryKey });
    void tell(told);
    onClose();
  };
  const approve = useWrite(client.account.approveBinding, onAnswered('已经换到新的微信'));
  const refuse = useWrite(client.account.refuseBinding, onAnswered('已经答复'));
  const error = approve.error ?? refuse.error;
  return (
    <Sheet label={`${name}的申请`} onClose={onClose}>
      <Heading className="t22 b wrap-any">{name}</Heading>
      <View className="t14 ink2">{bornWords(asking)}</View>
      {note && <View className="note soft mt8 wrap-any">{note}</View>}
      {found.isPending && <SkeletonRows rows={2} />}
      {found.error && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && !refusing && (
        <Candidates name={name} items={found.data.items} chosen={chosen} onChoose={setChosen} />
      )}
      {error && (
        <View className="mt16">
          <Refused error={error} />
        </View>
      )}
      {refusing ? (
        <RefuseFields
          hint="比如：请先到团委当面核对"
          longest={100}
          back="再看看名单"
          busy={refuse.isPending}
          onRefuse={(reason) => refuse.mutate({ bindingId, reason })}
          onBack={() => setRefusing(false)}
        />
      ) : (
        <View className="col g8 mt16">
          {chosen && (
            <Button
              id="approve-binding"
              busy={approve.isPending}
              onPress={() => approve.mutate({ bindingId, candidate: chosen })}
            >
              是这一位，换到新的微信
            </Button>
          )}
          <Button id="refuse-binding" kind="line" onPress={() => setRefusing(true)}>
            不同意
          </Button>
        </View>
      )}
    </Sheet>
  );
};
