import { View } from '@tarojs/components';
import type { RowState } from '../../types/words';
import type { SheetLine } from './sheetRows';
import { rowStateWords, type SettledRow, wrongWords } from './sheetWords';

const badges: Record<RowState, string> = { new: 'badge good', unchanged: 'badge', closed: 'badge', wrong: 'badge bad' };

interface Props {
  line: SheetLine;
  row: SettledRow;
  /** All of them, for what is said of another one. */
  lines: readonly SheetLine[];
}

/** One line of the table, and what becomes of it. */
export const SheetLineRow = ({ line: { number, said }, row: { state, wrongs }, lines }: Props) => (
  <View className="row sheet-row" id={`row-${number}`}>
    <View className="t14 ink3 sheet-number">第 {number} 行</View>
    <View className="b wrap-any sheet-name">{said.name || '没有名称'}</View>
    <View className="t14 ink2 wrap-any sheet-kind">{said.kind}</View>
    <View className="t14 ink2 wrap-any sheet-address">
      {said.address}
      {(said.latitude || said.longitude) && (
        <View className="t12 ink3">{[said.latitude, said.longitude].filter(Boolean).join('，')}</View>
      )}
    </View>
    <View className="t14 ink2 wrap-any sheet-org">{said.org}</View>
    <View className="sheet-state">
      <View className={badges[state]}>{rowStateWords[state]}</View>
      {wrongs.map((wrong) => (
        <View key={`${wrong.column} ${wrong.wrong}`} className="t14 wrap-any">
          {wrongWords(wrong, lines)}
        </View>
      ))}
    </View>
  </View>
);
