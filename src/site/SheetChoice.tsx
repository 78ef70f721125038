import { View } from '@tarojs/components';
import { policy } from '../../config/policy';
import { saveTables } from '@/lib/tableFile';
import { tell } from '@/lib/tell';
import { Button } from '@/ui/Button';
import { ChooseFile } from '@/ui/ChooseFile';
import { Heading } from '@/ui/Heading';
import { Icon } from '@/ui/Icon';
import { role } from '@/ui/role';
import type { SheetProblem } from './sheetRows';
import { problemWords } from './sheetWords';
import { templateTables } from './siteTables';

interface Props {
  /** One was read already. */
  again: boolean;
  problem: SheetProblem | null;
  onChoose: (file: Blob) => void;
}

const XLSX = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const takeTemplate = async (): Promise<void> => {
  const saved = await saveTables('地点登记模板', templateTables());
  await tell(saved ? '模板已下载' : '没有连上，模板没有下载');
};

const Problem = ({ problem }: { problem: SheetProblem }) => {
  const { title, why, now } = problemWords(problem);
  return (
    <View className="note warn flex g8" id="sheet-problem" {...role('alert')}>
      <Icon name="alert" size={20} />
      <View className="grow">
        <View className="b">{title}</View>
        <View>
          {why}
          {now}
        </View>
      </View>
    </View>
  );
};

/** The table to fill in, and the one that was filled in. */
export const SheetChoice = ({ again, problem, onChoose }: Props) => (
  <View className="card sheet-choice">
    {!again && (
      <View>
        <Heading className="t18 b">三步登记</Heading>
        <View className="ink2 mt8">
          下载模板，在表格软件里填好，再选回来。先给你看每一行会怎样，你点了登记才会保存；一次最多
          {` ${policy.grassrootsDay.table.rows} `}行，有一行要改，就一行都不登记。
        </View>
      </View>
    )}
    <View className="buttons">
      <Button id="take-template" kind="line" icon="download" onPress={() => void takeTemplate()}>
        下载模板
      </Button>
      <ChooseFile
        id="choose-sheet"
        accept={XLSX}
        kind={again ? 'line' : undefined}
        icon="doc"
        word={again ? '换一份表格' : '选择表格'}
        onChoose={onChoose}
      />
    </View>
    {problem && <Problem problem={problem} />}
  </View>
);
