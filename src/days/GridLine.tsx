import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import type { Outputs } from '../../types/contract';
import { WEEK_LETTERS, WEEK_STATES, type WeekState } from '../../types/words';
import { client } from '@/lib/client';
import { shortName } from '@/lib/cut';
import { Failed } from '@/ui/Failed';
import { Press } from '@/ui/Press';
import { SkeletonRows } from '@/ui/Skeleton';
import { WeekBand } from './WeekBand';
import { WeekCell } from './WeekCell';

type Grid = Outputs['grassrootsDay']['grid'];
type Line = Grid['rows'][number];

const stateOf = (letter: string | undefined): WeekState | null =>
  WEEK_STATES.find((state) => WEEK_LETTERS[state] === letter) ?? null;

const nameOf = ({ name }: Line): string => (name === null ? '已注销' : shortName(name));

/** One cadre's weeks in words, with the whole year on a phone. */
const Told = ({ postId, year, monday }: { postId: string; year: number; monday: string | undefined }) => {
  const { data, error, refetch } = useQuery({
    queryKey: ['grassrootsDay.weeksOf', postId, year],
    queryFn: () => client.grassrootsDay.weeksOf({ postId, year }),
  });
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={1} />;
  return (
    <View className="grid-told">
      <WeekBand key={monday} year={data.year} today={data.today} weeks={data.weeks} opened={monday} />
    </View>
  );
};

interface Props {
  grid: Grid;
  line: Line;
  /** Of this organisation alone, or of several below it: then each line names its own. */
  below: boolean;
  /** The week that is told of this cadre; null while another's is. */
  opened: string | null;
  onOpen: (monday: string | null) => void;
}

/** The last week that has begun and that the post was held in; '' where there is none. */
const lastOf = ({ weeks }: Line, mondays: readonly string[], today: string): string =>
  mondays.filter((monday, place) => monday <= today && weeks[place] !== ' ').at(-1) ?? '';

/** A cadre's line of the grid: name, a cell a week, and what it sums up to. */
export const GridLine = ({ grid: { mondays, today, year }, line, below, opened, onOpen }: Props) => (
  <>
    <View className={opened === null ? 'grid-line' : 'grid-line on'}>
      <Press
        id={`line-${line.postId}`}
        className="grid-name"
        label={`${nameOf(line)}，做到 ${line.met} 周，共 ${line.eligible} 周`}
        onPress={() => onOpen(opened === null ? lastOf(line, mondays, today) : null)}
      >
        <View className="cut">{nameOf(line)}</View>
        {below && <View className="t12 ink3 cut grid-org">{line.orgName}</View>}
      </Press>
      <View className="grid-cells" aria-hidden="true">
        {mondays.map((monday, place) => {
          const letter = line.weeks[place];
          const blank = letter === ' ';
          return (
            <View key={monday} className="grid-place" onClick={() => letter && !blank && onOpen(monday)}>
              {!blank && <WeekCell state={stateOf(letter)} chosen={opened === monday && monday <= today} plain />}
            </View>
          );
        })}
      </View>
      <View className="grid-sum t14 tr nw" aria-hidden="true">
        {line.eligible === 0 ? (
          <View className="ink3">不适用</View>
        ) : (
          <>
            {line.met}
            <View className="ink3 grid-of"> / {line.eligible}</View>
          </>
        )}
      </View>
    </View>
    {opened !== null && <Told postId={line.postId} year={year} monday={opened || undefined} />}
  </>
);
