import { View } from '@tarojs/components';
import type { Outputs } from '../../types/contract';
import { Drawing } from '@/ui/Drawing';
import { Heading } from '@/ui/Heading';
import { role } from '@/ui/role';
import { halfYear, type HeatCell, heatSvg, monthPlaces } from './heatSvg';

type Year = Outputs['contactLog']['year'];

type Look = 'none' | 'half' | 'full' | 'future';

const looks: Look[] = ['none', 'half', 'full', 'future'];

const lookOf = (day: string, today: string, weights: Map<string, number>): Look => {
  const weight = weights.get(day) ?? 0;
  if (day > today) return 'future';
  if (weight === 0) return 'none';
  return weight < 1 ? 'half' : 'full';
};

const Half = ({ cells, today, weights }: { cells: HeatCell[]; today: string; weights: Map<string, number> }) => (
  <View>
    <View className="heat-months t12 ink3">
      {monthPlaces(cells).map(({ month, left }) => (
        <View key={month} className="heat-month" style={{ left: `${left * 100}%` }}>
          {month}月
        </View>
      ))}
    </View>
    <View className="heat">
      {looks.map((look) => (
        <Drawing
          key={look}
          className={`heat-${look}`}
          svg={heatSvg(cells.filter(({ day }) => lookOf(day, today, weights) === look))}
        />
      ))}
      <Drawing
        className="heat-now"
        svg={heatSvg(
          cells.filter(({ day }) => day === today),
          true,
        )}
      />
    </View>
  </View>
);

/** D2.3 The days with a voice of a year, two halves so that a day stays readable. */
export const HeatMap = ({ year: { today, from, days } }: { year: Year }) => {
  const year = Number(from.slice(0, 4));
  const weights = new Map(days.map(({ day, weight }) => [day, weight]));
  return (
    <View className="card">
      <View className="flex between">
        <Heading className="b">有声音的日子</Heading>
        <View className="t14 ink2">
          {year === Number(today.slice(0, 4)) ? '今年' : `${year} 年`} {days.length} 天
        </View>
      </View>
      <View className="col g12 mt12" {...role('img')} aria-label={`${year} 年有声音的日子：${days.length} 天`}>
        <Half cells={halfYear(year, 0)} today={today} weights={weights} />
        <Half cells={halfYear(year, 1)} today={today} weights={weights} />
      </View>
      <View className="flex g16 t12 ink2 mt12" aria-hidden="true">
        <View className="flex g4">
          <View className="heat-key heat-none" />
          没有
        </View>
        <View className="flex g4">
          <View className="heat-key heat-half" />
          补记，半天
        </View>
        <View className="flex g4">
          <View className="heat-key heat-full" />
          有声音
        </View>
      </View>
    </View>
  );
};
