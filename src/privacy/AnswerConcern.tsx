import { useState } from 'react';
import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { policy } from '../../config/policy';
import type { Outputs } from '../../types/contract';
import { client } from '@/lib/client';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { Failed } from '@/ui/Failed';
import { Heading } from '@/ui/Heading';
import { Page } from '@/ui/Page';
import { Refused } from '@/ui/Refused';
import { Row } from '@/ui/Row';
import { SkeletonRows } from '@/ui/Skeleton';
import { TextArea } from '@/ui/TextArea';
import { Due } from './Due';
import { answered } from './answered';

type Opened = Outputs['privacy']['concern'];

const Answer = ({ concernId, opened }: { concernId: string; opened: Opened }) => {
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const answer = useWrite(client.privacy.answerConcern, answered);
  const send = () => {
    setMissing(!text.trim());
    if (text.trim()) answer.mutate({ concernId, answer: text.trim() });
  };
  const { name, orgName, title } = opened.about;
  return (
    <>
      <Due {...opened} />
      <View className="card flush">
        <Row fact title="谁反映的" aside={opened.name} />
        <Row fact title="关于" aside={name ?? '已注销的人'} />
        {orgName && <Row fact title="职务" aside={`${orgName} ${title}`} />}
      </View>
      <View className="card">
        <Heading className="b">对方写的</Heading>
        <View className="mt8 wrap-any">{opened.text}</View>
      </View>
      <View className="card">
        <TextArea
          id="answer"
          label="答复，反映的人会看到"
          hint="查到了什么，打算怎么办"
          value={text}
          longest={policy.concern.longest}
          problem={missing ? '还没有写' : undefined}
          onChange={(typed) => {
            setMissing(false);
            setText(typed);
          }}
        />
      </View>
      <View className="t12 ink3 tc">只有你们组织的管理员看得到。你看了这一页，反映的人能看到；被反映的人看不到。</View>
      <View className="foot">
        {answer.isError && <Refused error={answer.error} />}
        <Button id="answer-now" size="large" busy={answer.isPending} onPress={send}>
          答复
        </Button>
      </View>
    </>
  );
};

/** D9.9 A concern, and its answer. */
export const AnswerConcern = ({ concernId }: { concernId: string }) => {
  const { data, isPending, error, refetch } = useQuery({
    queryKey: ['privacy.concern', concernId],
    queryFn: () => client.privacy.concern({ concernId }),
    staleTime: Infinity,
  });
  return (
    <Page title="反映的情况" kind="wide">
      {data && <Answer concernId={concernId} opened={data} />}
      {isPending && <SkeletonRows rows={3} />}
      {error && <Failed error={error} onRetry={() => void refetch()} />}
    </Page>
  );
};
