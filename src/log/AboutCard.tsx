import { useState } from 'react';
import { View } from '@tarojs/components';
import type { LogAboutMe } from '../../types/contactLog';
import { monthAndDay } from '@/lib/day';
import { taskWords, wayIcons, wayWords } from '@/lib/logWords';
import { Icon } from '@/ui/Icon';
import { Press } from '@/ui/Press';
import { AboutActs } from './AboutActs';
import { HideSheet } from './HideSheet';

const badges: Partial<Record<LogAboutMe['state'], { look: string; word: string }>> = {
  confirmed: { look: 'badge good', word: '你已确认' },
  disputed: { look: 'badge warn', word: '你说不是' },
  answered: { look: 'badge warn', word: '对方答复了' },
  struck: { look: 'badge', word: '不算你' },
};

const insteadOf = ({ textState, hidden }: LogAboutMe): string | null => {
  if (hidden) return '你藏起了这句话，谁也看不到。';
  if (textState === 'waiting') return '这句话等核对，核对好了才显示。';
  return textState === 'hidden' ? '这句话没有显示。' : null;
};

const byWhom = ({ cadre, others }: LogAboutMe): string => {
  const who = `${cadre.name ?? '已经离开的团干部'} ${cadre.orgName}`;
  return others > 0 ? `${who}，还有 ${others} 位一起` : who;
};

/** D9.4 One log as the youth sees it whom it is about, and what can be said to it. */
export const AboutCard = ({ log }: { log: LogAboutMe }) => {
  const [hiding, setHiding] = useState(false);
  const badge = badges[log.state];
  const instead = insteadOf(log);
  return (
    <View className="part about-me">
      <View className="flex between">
        <View className="flex g8 t14 ink2">
          <Icon name={wayIcons[log.way]} size={20} />
          {monthAndDay(log.day)} {wayWords[log.way]}，{taskWords[log.task]}
        </View>
        {badge && (
          <View className={badge.look}>
            {log.state === 'confirmed' && <Icon name="check" size={14} />}
            {badge.word}
          </View>
        )}
      </View>
      {log.text && <View className="log-line mt4">{log.text}</View>}
      {instead && <View className="t14 ink3 mt4">{instead}</View>}
      <View className="beside">
        <View className="grow t14 ink3 wrap-any">{byWhom(log)}</View>
        {log.text && !log.hidden && (
          <Press className="text-btn" onPress={() => setHiding(true)}>
            隐藏文字
          </Press>
        )}
      </View>
      {log.answer && <View className="note mt8 wrap-any">对方答复：{log.answer}</View>}
      {log.state === 'answered' && log.answerState === 'waiting' && (
        <View className="t14 ink3 mt8">对方的答复等核对，核对好了才显示。</View>
      )}
      <AboutActs log={log} />
      {hiding && <HideSheet logId={log.logId} onClose={() => setHiding(false)} />}
    </View>
  );
};
