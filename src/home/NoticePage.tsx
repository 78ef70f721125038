import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { policy } from '../../config/policy';
import type { Notice } from '../../types/privacy';
import { goTo, routes } from '@/lib/routes';
import { NoticeAnswers } from '@/privacy/NoticeAnswers';
import { Heading } from '@/ui/Heading';
import { Mark } from '@/ui/Mark';
import { Page } from '@/ui/Page';
import { Press } from '@/ui/Press';

interface Props {
  notice: Notice;
  title: string;
  lead: string;
  /** Other ways in, after the text. */
  others?: ReactNode;
  /** The decision, at the foot. */
  children: ReactNode;
}

/** D9.1 What is asked before anything is stored. Nothing is ticked in advance. */
export const NoticePage = ({ notice, title, lead, others, children }: Props) => (
  <Page title="到青年中去" kind="paper" first>
    <Mark />
    <Heading className="t22 b">{title}</Heading>
    <View className="ink2 notice-lead">{lead}</View>
    <NoticeAnswers answers={notice.answers} />
    {others}
    <View className="foot paper">
      <View className="flex notice-small">
        <View className="t12 ink3">未满 {policy.age.registerFrom} 岁不登记。</View>
        <Press className="text-btn t12" as="link" onPress={() => goTo(routes.notice())}>
          完整告知，第 {notice.version} 版
        </Press>
      </View>
      {children}
    </View>
  </Page>
);
