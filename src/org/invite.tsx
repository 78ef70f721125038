import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import type { Outputs } from '../../types/contract';
import { client } from '@/lib/client';
import { meQuery, organisationChanged } from '@/lib/queries';
import { goBack } from '@/lib/routes';
import { useWrite } from '@/lib/useWrite';
import { wrongParts } from '@/lib/wrongParts';
import { Button } from '@/ui/Button';
import { Heading } from '@/ui/Heading';
import { TextField } from '@/ui/TextField';
import { Unsaved } from '@/ui/Unsaved';
import { useGoToProblem } from '@/ui/useGoToProblem';
import { InvitationReady } from './InvitationReady';
import { OrgPage } from './OrgPage';
import { appointmentOf, emptyPost, missingOfPost, refusedOfPost } from './postDraft';
import { PostFields } from './PostFields';

/** A site's contact is invited on the page of the site. */
type Kind = 'post' | 'administrator';

interface Props {
  org: Outputs['org']['overview']['org'];
  kind: Kind;
  today: string;
}

const lead = (kind: Kind, name: string): string =>
  kind === 'post' ? `对方认领之后，就是${name}的团干部。` : `对方认领之后，就能管理${name}和它下面的组织。`;

const Form = ({ org, kind, today }: Props) => {
  const [name, setName] = useState('');
  const [post, setPost] = useState(() => emptyPost(today));
  const [tries, setTries] = useState(0);
  const invite = useWrite(client.org.invite, () => void organisationChanged());
  const missing = { ...(!name.trim() && { name: '还差姓名' }), ...(kind === 'post' && missingOfPost(post)) };
  const problems: Partial<Record<string, string>> = {
    ...(tries > 0 && missing),
    ...(wrongParts(invite.error).includes('name') && { name: '姓名里有多余的符号或数字，改一下再试' }),
    ...refusedOfPost(invite.error),
  };
  const [firstProblem] = Object.keys(problems);
  useGoToProblem(firstProblem, tries, invite.error);
  const send = () => {
    setTries(tries + 1);
    if (Object.keys(missing).length > 0) return;
    invite.mutate({ orgId: org.orgId, name: name.trim(), post: kind === 'post' ? appointmentOf(post) : null });
  };
  if (invite.data)
    return (
      <>
        <View className="card">
          <Heading className="t18 b">邀请写好了</Heading>
          <View className="ink2 mt4">给{name.trim()}的。</View>
          <View className="mt16" />
          <InvitationReady {...invite.data} />
        </View>
        <View className="foot">
          <Button id="invited" size="large" onPress={goBack}>
            好了
          </Button>
        </View>
      </>
    );
  return (
    <>
      <View className="t14 ink2">{lead(kind, org.name)}</View>
      <View className="card flush">
        <View className="part">
          <TextField
            id="name"
            label="姓名"
            hint="真实姓名"
            value={name}
            problem={problems.name}
            onChange={(typed) => {
              invite.reset();
              setName(typed);
            }}
          />
        </View>
        {kind === 'post' && (
          <PostFields
            draft={post}
            problems={problems}
            onChange={(change) => {
              invite.reset();
              setPost({ ...post, ...change });
            }}
          />
        )}
      </View>
      <View className="foot">
        {!firstProblem && <Unsaved error={invite.error} />}
        <Button id="invite" size="large" busy={invite.isPending} onPress={send}>
          写好邀请
        </Button>
      </View>
    </>
  );
};

/** D1.1, D1.5 An administrator appoints a cadre, or makes another administrator, by an invitation. */
const Invite = () => {
  const kind = useRouter().params.kind === 'administrator' ? 'administrator' : 'post';
  const { data: me } = useQuery(meQuery);
  return (
    <OrgPage title={kind === 'post' ? '任命团干部' : '邀请管理员'}>
      {(org) => me && <Form org={org} kind={kind} today={me.today} />}
    </OrgPage>
  );
};

export default Invite;
