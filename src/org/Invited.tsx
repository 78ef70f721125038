import { View } from '@tarojs/components';
import type { Outputs } from '../../types/contract';
import type { InvitationKind } from '../../types/words';
import { dayOf, monthAndDay, wholeDay } from '@/lib/day';
import { serviceWords } from '@/lib/words';
import { Heading } from '@/ui/Heading';
import { Row } from '@/ui/Row';

export type Invitation = Outputs['org']['invitation'];

const leads: Record<InvitationKind, string> = {
  post: '认领之后，你就是这里的团干部。名册上这样写着：',
  administrator: '认领之后，你能管理这个组织和它下面的。',
  siteContact: '认领之后，你是这个地点的联系人：团干部来报到，扫你手机上的现场码。',
};

const roleOf = ({ post, kind }: Invitation): string => {
  if (post) return post.title;
  return kind === 'siteContact' ? '地点联系人' : '管理员';
};

/** D9.1 What the roster says of whom it invites. */
export const Invited = ({ invitation }: { invitation: Invitation }) => {
  const { kind, name, ownName, orgName, post, siteName, madeBy, expiresAt } = invitation;
  return (
    <>
      <Heading className="t22 b wrap-any">{name ? `${name}，这是你吗` : '你是第一位管理员'}</Heading>
      <View className="ink2">{leads[kind]}</View>
      <View className="card flush invited">
        {name && <Row fact title="姓名" aside={name} />}
        <Row fact title="团组织" aside={orgName} />
        {siteName && <Row fact title="地点" aside={siteName} />}
        <Row fact title="职务" aside={roleOf(invitation)} />
        {post && (
          <>
            <Row
              fact
              title="类别"
              aside={`${serviceWords[post.service]}，${post.inEstablishment ? '在编' : '不在编'}`}
            />
            {post.leadership && <Row fact title="班子" aside="班子成员" />}
            <Row fact title="从哪天起" aside={wholeDay(post.from)} />
          </>
        )}
        {madeBy && <Row fact title={kind === 'siteContact' ? '谁邀请的' : '谁任命的'} aside={madeBy} />}
      </View>
      {ownName && name && ownName !== name && (
        <View className="note warn">
          你在这里登记的姓名是{ownName}，认领之后仍用这个名字。不是同一个人的话，请不要认领。
        </View>
      )}
      <View className="t14 ink3">写得不对，请先让对方改。{monthAndDay(dayOf(expiresAt))}之前有效，只能用一次。</View>
    </>
  );
};
