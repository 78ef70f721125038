import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { policy } from '../../config/policy';
import type { OwnQuarter } from '../../types/contactLog';
import type { Week } from '../../types/grassrootsDay';
import { weekOf } from '@/lib/day';
import { grassrootsYearQuery, quarterQuery, yearQuery } from '@/lib/queries';
import { shareInWords } from '@/lib/quarters';
import { goTo, routes } from '@/lib/routes';
import { Heading } from '@/ui/Heading';
import { Icon } from '@/ui/Icon';
import type { IconName } from '@/ui/icons';
import { Press } from '@/ui/Press';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

const dotClass = (day: string, today: string, voiced: boolean): string => {
  if (voiced) return 'week-dot yes';
  if (day === today) return 'week-dot now';
  return day < today ? 'week-dot' : 'week-dot off';
};

const todayWords = (voiced: boolean): string => (voiced ? '今天有声音了' : '今天还没有声音');

/** The same beside another figure. */
const shortly = (voiced: boolean): string => (voiced ? '今天有声音了' : '今天还没有');

/** D4.3 What this week still takes at the grass roots, said from Thursday on; null while there is nothing to say. */
const owedWords = (current: Week | undefined, week: readonly string[], today: string): string | null => {
  if (current?.state !== 'owed' || week.indexOf(today) + 1 < policy.grassrootsDay.saidFrom) return null;
  return `本周还差 ${current.wanted - current.confirmed.length - current.waiting.length} 天到基层`;
};

const Fact = ({ icon, children }: { icon: IconName; children: ReactNode }) => (
  <View className="flex g4">
    <View className="brand">
      <Icon name={icon} size={16} />
    </View>
    {children}
  </View>
);

/** D2.3, D4.3 The week's days with a voice and at the grass roots, and in words what it still takes. */
export const WeekPart = ({ today }: { today: string }) => {
  const week = weekOf(today);
  const [monday = today] = week;
  const { data } = useQuery(yearQuery());
  const beganLastYear = monday.slice(0, 4) < today.slice(0, 4);
  const { data: before } = useQuery({ ...yearQuery(Number(monday.slice(0, 4))), enabled: beganLastYear });
  const voiced = new Set([...(before?.days ?? []), ...(data?.days ?? [])].map(({ day }) => day));
  const days = week.filter((day) => voiced.has(day)).length;
  const { data: there } = useQuery(grassrootsYearQuery());
  const current = there?.weeks.find((one) => one.monday === monday);
  const been = new Set([...(current?.confirmed ?? []), ...(current?.waiting ?? [])]);
  const owed = owedWords(current, week, today);
  return (
    <View className="part">
      <Heading className="b">{owed ?? (data ? todayWords(voiced.has(today)) : '这一周')}</Heading>
      <View className="week mt8" aria-hidden="true">
        {week.map((day, place) => (
          <View key={day} className="week-day">
            <View className={day === today ? 'b ink' : ''}>{day === today ? '今天' : weekdays[place]}</View>
            <View className={dotClass(day, today, voiced.has(day))}>
              {voiced.has(day) ? <Icon name="check" size={16} /> : Number(day.slice(8))}
              {been.has(day) && (
                <View className="week-at">
                  <Icon name="site" size={14} />
                </View>
              )}
            </View>
          </View>
        ))}
      </View>
      <View className="week-words t14 ink2 mt8">
        <Fact icon="check">
          {data ? `本周有声音 ${days} 天${owed ? `，${shortly(voiced.has(today))}` : ''}` : '有声音的日子'}
        </Fact>
        {current && <Fact icon="site">到基层 {been.size} 天</Fact>}
      </View>
    </View>
  );
};

/** D4.3 The year of weeks in one line, which opens it; nothing of whom no day is asked and who went nowhere. */
export const WeeksLine = () => {
  const { data } = useQuery(grassrootsYearQuery());
  if (!data || (data.weeks.length === 0 && data.sites.length === 0)) return null;
  const met = data.weeks.filter(({ state }) => state === 'met').length;
  return (
    <Press id="weeks" className="part quarter-line" as="link" onPress={() => goTo(routes.weeks())}>
      <View className="grow quarter-figures t14 ink2">
        <View>
          到基层 <View className="figure">{met} 周</View>
        </View>
        <View>
          今年到过 <View className="figure">{data.sites.length} 个点</View>
        </View>
      </View>
      <View className="go ink3">
        <Icon name="right" size={20} />
      </View>
    </Press>
  );
};

const Figures = ({ quarter: { voice, activities, faceToFace } }: { quarter: OwnQuarter }) => (
  <View className="grow quarter-figures t14 ink2">
    <View>
      本季有声音 <View className="figure">{voice.days} 天</View>
    </View>
    <View>
      活动 <View className="figure">{activities.done} 场</View>
    </View>
    <View>
      见过面 <View className="figure">{shareInWords(faceToFace.met, faceToFace.of)}</View>
    </View>
  </View>
);

/** D2.3 The quarter in one line, which opens it. */
export const QuarterLine = () => {
  const { data } = useQuery(quarterQuery());
  return (
    <Press id="quarter" className="part quarter-line" as="link" onPress={() => goTo(routes.quarter())}>
      {data ? <Figures quarter={data} /> : <View className="grow t14 ink2">我的季度</View>}
      <View className="go ink3">
        <Icon name="right" size={20} />
      </View>
    </Press>
  );
};
