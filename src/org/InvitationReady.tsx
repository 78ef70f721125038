import { View } from '@tarojs/components';
import type { Outputs } from '../../types/contract';
import { dayOf, monthAndDay, timeOf } from '@/lib/day';
import { Code } from '@/ui/Code';
import { CopyLink } from '@/ui/CopyLink';

/** The link of an invitation, this once: to be sent, scanned or typed. */
export const InvitationReady = ({ link, code, expiresAt }: Outputs['org']['invite']) => (
  <View className="col center">
    <Code text={link} label="邀请的码" />
    <View className="t14 ink2 mt12">当面请对方扫，或者把链接发给对方。</View>
    <View className="t14 ink3 mt4">
      用一次就失效，{monthAndDay(dayOf(expiresAt))} {timeOf(Date.parse(expiresAt))}之前有效。这里只显示这一次。
    </View>
    <View className="mt16" />
    <CopyLink id="copy-invitation" link={link} />
    <View className="t12 ink3 mt12">也可以在“扫一扫”里输入</View>
    <View className="t14 copy-link">{code}</View>
  </View>
);
