import { useState } from 'react';
import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { policy } from '../../config/policy';
import type { Outputs } from '../../types/contract';
import { birthInWords, kindWords } from '@/lib/asked';
import { client } from '@/lib/client';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { Failed } from '@/ui/Failed';
import { Page } from '@/ui/Page';
import { Refused } from '@/ui/Refused';
import { Row } from '@/ui/Row';
import { SkeletonRows } from '@/ui/Skeleton';
import { TextArea } from '@/ui/TextArea';
import { Due } from './Due';
import { answered } from './answered';

type Opened = Outputs['privacy']['correction'];

const { adultFrom, uncountedFrom } = policy.age;

/** D1.3, D9.3 What approving would change beside the words. */
const effectsOf = ({ minor, overAge }: Opened): string[] => [
  ...(minor.was === minor.willBe
    ? []
    : [minor.willBe ? `之后未满 ${adultFrom} 岁，只有经批准的团干部看得到` : `之后不再按未满 ${adultFrom} 岁对待`]),
  ...(overAge.was === overAge.willBe
    ? []
    : [overAge.willBe ? `之后满 ${uncountedFrom} 岁，不再计入` : '之后计入联系的人数']),
];

const Answer = ({ correctionId, opened }: { correctionId: string; opened: Opened }) => {
  const [refusal, setRefusal] = useState('');
  const [refusing, setRefusing] = useState(false);
  const [missing, setMissing] = useState(false);
  const answer = useWrite(client.privacy.answerCorrection, answered);
  const words = (value: string) => (opened.kind === 'birthMonth' ? birthInWords(value) : value);
  const refuse = () => {
    setMissing(!refusal.trim());
    if (refusal.trim()) answer.mutate({ correctionId, refusal: refusal.trim() });
  };
  return (
    <>
      <Due {...opened} />
      <View className="card flush">
        <Row fact title="谁提出的" aside={opened.name} />
        <Row fact title="现在记着" aside={words(opened.was)} />
        <Row fact title="想改成" aside={words(opened.wish)} />
      </View>
      {effectsOf(opened).map((effect) => (
        <View key={effect} className="note">
          {effect}。
        </View>
      ))}
      {refusing && (
        <View className="card">
          <TextArea
            id="refusal"
            label="为什么先不更正，对方会看到"
            hint="说清楚还差什么，怎么补"
            value={refusal}
            longest={policy.concern.longest}
            problem={missing ? '还没有写' : undefined}
            onChange={(text) => {
              setMissing(false);
              setRefusal(text);
            }}
          />
        </View>
      )}
      <View className="t12 ink3 tc">你看了这一页，对方在自己的记录里能看到。</View>
      <View className="foot col g8">
        {answer.isError && <Refused error={answer.error} />}
        {!refusing && (
          <Button
            id="approve"
            size="large"
            busy={answer.isPending}
            onPress={() => answer.mutate({ correctionId, refusal: null })}
          >
            更正
          </Button>
        )}
        <Button
          id="refuse"
          kind="line"
          size={refusing ? 'large' : undefined}
          busy={answer.isPending}
          onPress={() => (refusing ? refuse() : setRefusing(true))}
        >
          {refusing ? '答复，先不更正' : '先不更正'}
        </Button>
      </View>
    </>
  );
};

/** D9.4 A correction, and its answer. */
export const AnswerCorrection = ({ correctionId }: { correctionId: string }) => {
  const { data, isPending, error, refetch } = useQuery({
    queryKey: ['privacy.correction', correctionId],
    queryFn: () => client.privacy.correction({ correctionId }),
    staleTime: Infinity,
  });
  return (
    <Page title={data ? kindWords[data.kind] : '答复'} kind="wide">
      {data && <Answer correctionId={correctionId} opened={data} />}
      {isPending && <SkeletonRows rows={3} />}
      {error && <Failed error={error} onRetry={() => void refetch()} />}
    </Page>
  );
};
