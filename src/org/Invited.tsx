import { View } from '@tarojs/components';
import type { Outputs } from '../../types/contract';
import { dayOf, monthAndDay, wholeDay } from '@/lib/day';
import { goTo, routes } from '@/lib/routes';
import { serviceWords } from '@/lib/words';
import { Heading } from '@/ui/Heading';
import { Press } from '@/ui/Press';
import { Row } from '@/ui/Row';

export type Invitation = Outputs['org']['invitation'];

const leads: Record<Invitation['kind'], string> = {
  post: '认领之后，你就是这里的团干部。名册上这样写着：',
  administrator: '认领之后，你能管理这个组织和它下面的。',
  siteContact: '认领之后，你就是这个地点的现场联系人：团干部来了，给对方扫现场码；没有扫成的，由你确认。',
};

/** D9.1 What the roster says of whom it invites. */
export const Invited = ({ invitation }: { invitation: Invitation }) => {
  const { kind, name, ownName, orgName, siteName, post, madeBy, expiresAt } = invitation;
  return (
    <>
      <Heading className="t22 b wrap-any">{name ? `${name}，这是你吗` : '你是第一位管理员'}</Heading>
      <View className="ink2">{leads[kind]}</View>
      <View className="card flush invited">
        {name && <Row fact title="姓名" aside={name} />}
        {siteName && <Row fact title="地点" aside={siteName} />}
        <Row fact title="团组织" aside={orgName} />
        {!siteName && <Row fact title="职务" aside={post ? post.title : '管理员'} />}
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
        {madeBy && <Row fact title={siteName ? '谁邀请的' : '谁任命的'} aside={madeBy} />}
      </View>
      {ownName && name && ownName !== name && (
        <View className="note warn">
          你在这里登记的姓名是{ownName}，认领之后仍用这个名字。不是同一个人的话，请不要认领。
        </View>
      )}
      {siteName && (
        <View className="note sentence">
          为此记下你的姓名，管理这个团组织的管理员看得到。不想做了，请对方换一位。
          <Press className="text-btn" as="link" onPress={() => goTo(routes.notice())}>
            完整告知
          </Press>
        </View>
      )}
      <View className="t14 ink3">写得不对，请先让对方改。{monthAndDay(dayOf(expiresAt))}之前有效，只能用一次。</View>
    </>
  );
};
