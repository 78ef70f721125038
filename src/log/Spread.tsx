import { View } from '@tarojs/components';
import type { OwnQuarter } from '../../types/contactLog';
import { Breadth } from '@/home/Breadth';
import { shareInWords } from '@/lib/quarters';
import { Row } from '@/ui/Row';

const concentrationWords = (index: number | null): string => {
  if (index === null) return '联系还少，看不出来';
  if (index < 1 / 3) return '不只围着少数几位';
  return index < 2 / 3 ? '有些集中' : '集中在少数几位';
};

const heldWords = ([alone = 0, ...byMore]: readonly number[]): string => {
  const shared = byMore.reduce((sum, n) => sum + n, 0);
  if (alone + shared === 0) return '还没有人';
  return shared > 0 ? `${shared} 位也有别的团干部联系` : '都只有你联系';
};

const amongWords = ({ days, onWorkingDays, workingDays }: OwnQuarter['amongYouths']): string => {
  if (workingDays === null || onWorkingDays === null) return `${days} 天，还没有工作日历`;
  const restDays = days - onWorkingDays;
  return `工作日 ${workingDays} 天里 ${onWorkingDays} 天${restDays > 0 ? `，休息日 ${restDays} 天` : ''}`;
};

/** D2.2, D2.8 How widely one reaches, and how often one goes there: shown, not demanded. */
export const Spread = ({ quarter: { quota, breadth, amongYouths } }: { quarter: OwnQuarter }) => {
  const { ordinary, ownUnit, byHolders, concentration } = breadth;
  return (
    <>
      <View className="card flush">
        <Breadth standing={quota} />
      </View>
      <View className="card flush">
        <Row fact title="普通青年" aside={shareInWords(ordinary.n, ordinary.of)} />
        {ownUnit && <Row fact title="本单位" aside={shareInWords(ownUnit.n, ownUnit.of)} />}
        <Row fact title="和别人重复" aside={heldWords(byHolders)} />
        <Row fact title="这一季的联系" aside={concentrationWords(concentration)} />
        <Row fact title="见面和到基层的日子" aside={amongWords(amongYouths)} />
      </View>
    </>
  );
};
