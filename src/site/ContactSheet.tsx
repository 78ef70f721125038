import { useState } from 'react';
import { View } from '@tarojs/components';
import { client } from '@/lib/client';
import { wholeDay } from '@/lib/day';
import { sitesChanged } from '@/lib/siteQueries';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { wrongParts } from '@/lib/wrongParts';
import { InvitationReady } from '@/org/InvitationReady';
import { Button } from '@/ui/Button';
import { Heading } from '@/ui/Heading';
import { Sheet } from '@/ui/Sheet';
import { TextField } from '@/ui/TextField';
import { Unsaved } from '@/ui/Unsaved';
import { useGoToProblem } from '@/ui/useGoToProblem';
import type { Site } from './siteOf';

interface Props {
  site: Site;
  onClose: () => void;
}

const lead = ({ contact, invited }: Site): string => {
  if (contact) return `现在是${contact.name}，${wholeDay(contact.since)}起。新的一位认领之后，就由新的一位负责。`;
  if (invited) return `邀请了${invited.name}，还没有认领。链接不留底，再发就写一份新的，旧的马上失效。`;
  return '在现场的一位：出示现场码，谁来过由这一位确认。不用是团干部。';
};

/** Who looks after a site: another one is invited, or this one does so no more. */
export const ContactSheet = ({ site, onClose }: Props) => {
  const { siteId, contact, invited } = site;
  const [name, setName] = useState(contact ? '' : (invited?.name ?? ''));
  const [tries, setTries] = useState(0);
  const invite = useWrite(client.grassrootsDay.inviteContact, () => void sitesChanged());
  const end = useWrite(client.grassrootsDay.endContact, () => {
    void sitesChanged();
    void tell('不再负责了');
    onClose();
  });
  const bad = wrongParts(invite.error).includes('name') ? '姓名里有多余的符号或数字，改一下再试' : null;
  const problem = bad ?? (tries > 0 && !name.trim() ? '还差姓名' : null);
  useGoToProblem(problem ? 'contact-name' : undefined, tries, invite.error);
  const send = () => {
    setTries(tries + 1);
    if (name.trim()) invite.mutate({ siteId, name: name.trim() });
  };
  if (invite.data)
    return (
      <Sheet label="邀请写好了" onClose={onClose}>
        <Heading className="t22 b">邀请写好了</Heading>
        <View className="ink2 mt4">给{name.trim()}的，认领之后就是这里的现场联系人。</View>
        <View className="mt16" />
        <InvitationReady {...invite.data} />
        <View className="mt16" />
        <Button id="invited" onPress={onClose}>
          好了
        </Button>
      </Sheet>
    );
  return (
    <Sheet label="现场联系人" onClose={onClose}>
      <Heading className="t22 b">现场联系人</Heading>
      <View className="ink2 mt4 wrap-any">{lead(site)}</View>
      <View className="mt16" />
      <TextField
        id="contact-name"
        label={contact ? '换成谁' : '姓名'}
        hint="真实姓名"
        value={name}
        problem={problem}
        onChange={(typed) => {
          invite.reset();
          setName(typed);
        }}
      />
      <View className="mt16" />
      {!problem && <Unsaved error={invite.error ?? end.error} />}
      <View className="col g8">
        <Button id="invite-contact" busy={invite.isPending} onPress={send}>
          写好邀请
        </Button>
        {contact && (
          <Button id="end-contact" kind="line" busy={end.isPending} onPress={() => end.mutate({ siteId })}>
            {contact.name}不再负责
          </Button>
        )}
        <Button kind="quiet" onPress={onClose}>
          先不动
        </Button>
      </View>
    </Sheet>
  );
};
