import { View } from '@tarojs/components';
import type { SiteKind } from '../../types/words';
import { siteKindWords } from '@/lib/siteWords';
import { Code } from '@/ui/Code';
import { Heading } from '@/ui/Heading';
import { Mark } from '@/ui/Mark';
import { posterWords } from './posterWords';

interface Props {
  name: string;
  kind: SiteKind;
  orgName: string;
  /** What the code says. */
  text: string;
}

/** One sheet of paper: where one is, the code, and what scanning it does. */
export const PrintedCode = ({ name, kind, orgName, text }: Props) => (
  <View className="poster always-light" id="poster">
    <View className="flex g8">
      <Mark />
      <View className="poster-brand b">到青年中去</View>
    </View>
    <Heading className="poster-name b wrap-any">{name}</Heading>
    <View className="poster-kind ink2">{siteKindWords[kind]}</View>
    <Code text={text} label={`${name}印出来的码`} />
    <View className="poster-lead b">{posterWords.lead}</View>
    <View className="ink2">{posterWords.how}</View>
    <View className="poster-note">
      <View>{posterWords.what}</View>
      <View>{posterWords.live}</View>
    </View>
    <View className="t14 ink3">{orgName}</View>
  </View>
);
