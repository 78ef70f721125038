import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Week } from '../../types/grassrootsDay';
import { daysAfter, weekOf } from '@/lib/day';
import { Icon } from '@/ui/Icon';
import { Press } from '@/ui/Press';
import { role } from '@/ui/role';
import { sumOf, sumWords } from './shares';
import { WeekCell } from './WeekCell';
import { WeekLegend } from './WeekLegend';
import { weekSentence, weekSpan, weekTitle } from './weekWords';

const quarterWords = ['一季', '二季', '三季', '四季'];

/** D10.1 The Mondays of a year by quarter: a week belongs to that of its Thursday. */
const mondaysByQuarter = (year: number): string[][] => {
  const quarters: string[][] = [[], [], [], []];
  const [first = ''] = weekOf(`${year}-01-04`);
  for (let monday = first; ; monday = daysAfter(monday, 7)) {
    const thursday = daysAfter(monday, 3);
    if (thursday.slice(0, 4) !== String(year)) return quarters;
    quarters[Math.floor((Number(thursday.slice(5, 7)) - 1) / 3)]?.push(monday);
  }
};

interface Props {
  year: number;
  today: string;
  weeks: readonly Week[];
  /** The week that explains itself at first; else the last one. */
  opened?: string;
}

const Explained = ({ week }: { week: Week }) => (
  <View className="wk-said">
    <View className="flex between g8">
      <View className="b">{weekTitle(week)}</View>
      <View className="t14 ink2 nw">{weekSpan(week.monday)}</View>
    </View>
    <View className="t14 ink2 mt4">{weekSentence(week)}</View>
  </View>
);

/** D4.3 A year of weeks, a line a quarter; the one that is chosen explains itself below. */
export const WeekBand = ({ year, today, weeks, opened }: Props) => {
  const [chosen, setChosen] = useState(opened);
  const place = Math.max(0, chosen ? weeks.findIndex(({ monday }) => monday === chosen) : weeks.length - 1);
  const week = weeks[place];
  const byMonday = new Map(weeks.map((one) => [one.monday, one]));
  const step = (by: -1 | 1) => setChosen(weeks[place + by]?.monday);
  return (
    <>
      <View className="wk-band mt12" {...role('img')} aria-label={sumWords(sumOf(weeks, today))}>
        {mondaysByQuarter(year).map((mondays, quarter) => (
          <View key={quarter} className="wk-quarter" aria-hidden="true">
            <View className="wk-name t12 ink3">{quarterWords[quarter]}</View>
            {mondays.map((monday) => {
              const one = byMonday.get(monday);
              return (
                <View key={monday} id={`week-${monday}`} className="wk-place" onClick={() => one && setChosen(monday)}>
                  {(one ?? monday > today) && <WeekCell state={one?.state ?? null} chosen={monday === week?.monday} />}
                </View>
              );
            })}
          </View>
        ))}
      </View>
      {week && (
        <View className="wk-explained mt12">
          <Press
            id="week-before"
            className={place === 0 ? 'wk-go off' : 'wk-go'}
            label="上一周"
            disabled={place === 0}
            onPress={() => step(-1)}
          >
            <Icon name="left" size={20} />
          </Press>
          <Explained week={week} />
          <Press
            id="week-after"
            className={place === weeks.length - 1 ? 'wk-go off' : 'wk-go'}
            label="下一周"
            disabled={place === weeks.length - 1}
            onPress={() => step(1)}
          >
            <Icon name="right" size={20} />
          </Press>
        </View>
      )}
      <WeekLegend missing={weeks.some(({ state }) => state === 'calendarMissing')} />
    </>
  );
};
