import { useState } from 'react';
import { View } from '@tarojs/components';
import type { RowState } from '../../types/words';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { role } from '@/ui/role';
import { Segments } from '@/ui/Segments';
import type { SheetLine } from './sheetRows';
import { SheetLineRow } from './SheetLineRow';
import type { SettledRow } from './sheetWords';

interface Props {
  lines: SheetLine[];
  settled: SettledRow[];
  busy: boolean;
  onRegister: () => void;
}

/** What one sees of them: those that are to be changed first. */
const Summary = ({ counts }: { counts: Record<RowState, number> }) => (
  <View className="grow">
    {counts.wrong > 0 ? (
      <View className="b warn">{counts.wrong} 行要改，现在一行都没有登记</View>
    ) : (
      <View className="b">{counts.new > 0 ? `${counts.new} 个地点可以登记` : '都已经有了，不用再登记'}</View>
    )}
    <View className="t14 ink2">
      {[
        counts.wrong > 0 && counts.new > 0 && `${counts.new} 行没有问题`,
        counts.unchanged > 0 && `${counts.unchanged} 行已经有了，不会再登记`,
        counts.closed > 0 && `${counts.closed} 行停用了，仍旧停用`,
      ]
        .filter(Boolean)
        .join('；')}
    </View>
  </View>
);

/** C35 Row by row, what would become of a table. */
export const SheetLook = ({ lines, settled, busy, onRegister }: Props) => {
  const [all, setAll] = useState(false);
  const counts: Record<RowState, number> = { new: 0, unchanged: 0, closed: 0, wrong: 0 };
  for (const { state } of settled) counts[state] += 1;
  const shown = lines.flatMap((line, place) => {
    const row = settled[place];
    return row && (all || counts.wrong === 0 || row.state === 'wrong') ? [{ line, row }] : [];
  });
  return (
    <>
      <View className="card flex g8 sheet-sum" {...role('status')}>
        <View className={counts.wrong > 0 ? 'warn' : 'brand'}>
          <Icon name={counts.wrong > 0 ? 'alert' : 'check'} />
        </View>
        <Summary counts={counts} />
        {counts.wrong === 0 && counts.new > 0 && (
          <Button id="register-sites" busy={busy} onPress={onRegister}>
            登记这 {counts.new} 个地点
          </Button>
        )}
      </View>
      {counts.wrong > 0 && counts.wrong < settled.length && (
        <View className="site-open on-ground sheet-which">
          <Segments
            id="rows"
            label="看哪些行"
            segments={[
              { name: 'wrong', word: `要改的 ${counts.wrong}` },
              { name: 'all', word: `全部 ${settled.length}` },
            ]}
            chosen={all ? 'all' : 'wrong'}
            onChoose={(which) => setAll(which === 'all')}
          />
        </View>
      )}
      <View className="card flush sheet-table" id="sheet-rows">
        <View className="t12 ink3 sheet-heads" aria-hidden="true">
          <View>行</View>
          <View>名称</View>
          <View>类别</View>
          <View>地址和位置</View>
          <View>所属团组织</View>
          <View>结果</View>
        </View>
        {shown.map(({ line, row }) => (
          <SheetLineRow key={line.number} line={line} row={row} lines={lines} />
        ))}
      </View>
    </>
  );
};
