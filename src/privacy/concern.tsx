import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import { policy } from '../../config/policy';
import { client } from '@/lib/client';
import { contactsChanged, holdersQuery, recordQuery } from '@/lib/queries';
import { goBack } from '@/lib/routes';
import { tell } from '@/lib/tell';
import { useAsking } from '@/lib/useAsking';
import { wrongParts } from '@/lib/wrongParts';
import { Button } from '@/ui/Button';
import { Choices } from '@/ui/Choices';
import { Heading } from '@/ui/Heading';
import { Labelled } from '@/ui/Labelled';
import { Page } from '@/ui/Page';
import { Refused } from '@/ui/Refused';
import { TextArea } from '@/ui/TextArea';

const after = ['stay', 'leave'] as const;
const afterWords = { stay: '联系照旧', leave: '同时离开，不再让对方添加' };

/** D9.9 Past the cadre, to the organisation above. */
const ConcernPage = () => {
  const { contactId = '' } = useRouter().params;
  const holders = useQuery(holdersQuery);
  const record = useQuery(recordQuery);
  const about = [...(holders.data?.items ?? []), ...(record.data?.past ?? [])].find(
    (one) => one.contactId === contactId,
  );
  const [text, setText] = useState('');
  const [then, setThen] = useState<(typeof after)[number]>('stay');
  const [missing, setMissing] = useState(false);
  const report = useAsking(client.privacy.reportConcern, () => {
    void contactsChanged();
    void tell('已送到上一级团组织');
    goBack();
  });
  const wrong = wrongParts(report.error).includes('text') ? '里面有不能用的符号，删掉再试' : undefined;
  const send = () => {
    setMissing(!text.trim());
    if (text.trim()) report.mutate({ contactId, text: text.trim(), block: then === 'leave' });
  };
  return (
    <Page title="反映情况">
      <View>
        <Heading className="t18 b wrap-any">{about ? `反映${about.name}的情况` : '反映情况'}</Heading>
        <View className="ink2 mt4">
          越过对方，直接给上一级团组织。只有那里的管理员看得到，对方看不到，也不会收到通知。{policy.answerDays}{' '}
          天内答复你。
        </View>
      </View>
      <View className="card flush">
        <View className="part">
          <TextArea
            id="text"
            label="发生了什么"
            hint="什么时候，什么事，希望怎么办"
            value={text}
            longest={policy.concern.longest}
            problem={missing ? '还没有写' : wrong}
            onChange={(typed) => {
              report.reset();
              setMissing(false);
              setText(typed);
            }}
          />
        </View>
        <View className="part">
          <Labelled id="then" label="和对方的联系">
            <Choices id="then" label="和对方的联系" options={after} chosen={then} onPaper onChoose={setThen}>
              {(each) => afterWords[each]}
            </Choices>
          </Labelled>
        </View>
      </View>
      <View className="foot">
        {report.isError && !wrong && <Refused error={report.error} />}
        <Button id="report" size="large" busy={report.isPending} onPress={send}>
          送到上一级
        </Button>
      </View>
    </Page>
  );
};

export default ConcernPage;
