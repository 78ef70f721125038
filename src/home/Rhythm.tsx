import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import type { OwnQuarter } from '../../types/contactLog';
import { weekOf } from '@/lib/day';
import { quarterQuery, yearQuery } from '@/lib/queries';
import { shareInWords } from '@/lib/quarters';
import { goTo, routes } from '@/lib/routes';
import { Heading } from '@/ui/Heading';
import { Icon } from '@/ui/Icon';
import { Press } from '@/ui/Press';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

const dotClass = (day: string, today: string, voiced: boolean): string => {
  if (voiced) return 'week-dot yes';
  if (day === today) return 'week-dot now';
  return day < today ? 'week-dot' : 'week-dot off';
};

const todayWords = (voiced: boolean): string => (voiced ? '今天有声音了' : '今天还没有声音');

/** D2.3 The week's days with a voice, and today's state in words. */
export const Week = ({ today }: { today: string }) => {
  const week = weekOf(today);
  const [monday = today] = week;
  const { data } = useQuery(yearQuery());
  const beganLastYear = monday.slice(0, 4) < today.slice(0, 4);
  const { data: before } = useQuery({ ...yearQuery(Number(monday.slice(0, 4))), enabled: beganLastYear });
  const voiced = new Set([...(before?.days ?? []), ...(data?.days ?? [])].map(({ day }) => day));
  const days = week.filter((day) => voiced.has(day)).length;
  return (
    <View className="part">
      <Heading className="b">{data ? todayWords(voiced.has(today)) : '这一周'}</Heading>
      <View className="week mt8" aria-hidden="true">
        {week.map((day, place) => (
          <View key={day} className="week-day">
            <View className={day === today ? 'b ink' : ''}>{day === today ? '今天' : weekdays[place]}</View>
            <View className={dotClass(day, today, voiced.has(day))}>
              {voiced.has(day) ? <Icon name="check" size={16} /> : Number(day.slice(8))}
            </View>
          </View>
        ))}
      </View>
      <View className="flex g4 t14 ink2 mt8">
        <View className="brand">
          <Icon name="check" size={16} />
        </View>
        {data ? `本周有声音 ${days} 天` : '有声音的日子'}
      </View>
    </View>
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
