import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Outputs } from '../../types/contract';
import { client } from '@/lib/client';
import { organisationChanged } from '@/lib/queries';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { Heading } from '@/ui/Heading';
import { Sheet } from '@/ui/Sheet';
import { TextField } from '@/ui/TextField';
import { Unsaved } from '@/ui/Unsaved';
import { useGoToProblem } from '@/ui/useGoToProblem';
import { appointmentOf, emptyPost, missingOfPost, type PostDraft, refusedOfPost } from './postDraft';
import { PostFields } from './PostFields';

interface Props {
  application: Outputs['org']['applications']['items'][number];
  onClose: () => void;
}

/** D1.1 An administrator settles the post and approves, or refuses with a reason. */
export const AnswerSheet = ({ application, onClose }: Props) => {
  const { applicationId, name, orgName, title, service, madeOn } = application;
  const [post, setPost] = useState<PostDraft>(() => ({ ...emptyPost(madeOn), title, service }));
  const [reason, setReason] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  const answered = () => {
    void organisationChanged();
    void tell('已答复');
    onClose();
  };
  const approve = useWrite(client.org.approveApplication, answered);
  const refuse = useWrite(client.org.refuseApplication, answered);
  const problems = { ...(tries > 0 && missingOfPost(post)), ...refusedOfPost(approve.error) };
  const [firstProblem] = Object.keys(problems);
  useGoToProblem(firstProblem, tries, approve.error);
  const sendApproval = () => {
    setTries(tries + 1);
    const settled = appointmentOf(post);
    if (settled) approve.mutate({ applicationId, post: settled });
  };
  return (
    <Sheet label="答复申请" onClose={onClose}>
      <Heading className="t22 b wrap-any">{name}</Heading>
      <View className="ink2 mt4">说自己是{orgName}的团干部。</View>
      {reason === null ? (
        <>
          <View className="sheet-parts">
            <PostFields
              draft={post}
              problems={problems}
              onChange={(change) => {
                approve.reset();
                setPost({ ...post, ...change });
              }}
            />
          </View>
          {!firstProblem && <Unsaved error={approve.error} />}
          <View className="col g8">
            <Button id="approve" busy={approve.isPending} onPress={sendApproval}>
              确认职务
            </Button>
            <Button id="refuse" kind="quiet" onPress={() => setReason('')}>
              不通过
            </Button>
          </View>
        </>
      ) : (
        <>
          <View className="mt16" />
          <TextField
            id="reason"
            label="为什么不通过，对方会看到"
            hint="比如：名册上没有，请联系组织部"
            longest={100}
            value={reason}
            onChange={setReason}
          />
          <View className="mt16" />
          <Unsaved error={refuse.error} />
          <View className="col g8">
            <Button
              id="send-refusal"
              busy={refuse.isPending}
              onPress={() => {
                if (reason.trim()) refuse.mutate({ applicationId, reason: reason.trim() });
              }}
            >
              不通过，告诉对方
            </Button>
            <Button kind="quiet" onPress={() => setReason(null)}>
              返回
            </Button>
          </View>
        </>
      )}
    </Sheet>
  );
};
