import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { client } from '@/lib/client';
import { isRefused } from '@/lib/say';
import { sitesChanged } from '@/lib/siteQueries';
import { readTable, tablesHere } from '@/lib/tableFile';
import { useWrite } from '@/lib/useWrite';
import { OrgPage } from '@/org/OrgPage';
import { Empty } from '@/ui/Empty';
import { Failed } from '@/ui/Failed';
import { Refused } from '@/ui/Refused';
import { SkeletonRows } from '@/ui/Skeleton';
import { ImportedSites } from './ImportedSites';
import { SheetChoice } from './SheetChoice';
import { SheetLook } from './SheetLook';
import { sheetLines, type SheetLine, type SheetProblem } from './sheetRows';
import './site.scss';
import './import.scss';

/** D4.1, C35 A table of sites: chosen, looked at row by row, registered as a whole. */
const Import = ({ orgId, orgName }: { orgId: number; orgName: string }) => {
  const [lines, setLines] = useState<SheetLine[]>([]);
  const [problem, setProblem] = useState<SheetProblem | null>(null);
  const look = useWrite(client.grassrootsDay.importSites);
  const register = useWrite(client.grassrootsDay.importSites, () => void sitesChanged());
  const lookAt = (of: SheetLine[]) => look.mutate({ orgId, rows: of.map(({ row }) => row), dryRun: true });
  const beginAnew = () => {
    look.reset();
    register.reset();
    setLines([]);
    setProblem(null);
  };
  const choose = async (file: Blob) => {
    beginAnew();
    const read = await readTable(file);
    const found = 'cells' in read ? sheetLines(read.cells) : read;
    if (!('lines' in found)) {
      setProblem(found);
      return;
    }
    setLines(found.lines);
    lookAt(found.lines);
  };
  if (register.isSuccess)
    return <ImportedSites orgId={orgId} registered={register.data.registered} onMore={beginAnew} />;
  return (
    <>
      <View className="ink2">登记在{orgName}名下；表里写了所属团组织的，登记在那里。</View>
      <SheetChoice again={lines.length > 0} problem={problem} onChoose={(file) => void choose(file)} />
      {look.isPending && <SkeletonRows rows={5} />}
      {look.isError && <Failed error={look.error} onRetry={() => lookAt(lines)} />}
      {register.isError && (
        <View className="card">
          <Refused error={register.error} />
        </View>
      )}
      {look.isSuccess && (
        <SheetLook
          lines={lines}
          settled={look.data.rows}
          busy={register.isPending}
          onRegister={() =>
            register.mutate(
              { orgId, rows: lines.map(({ row }) => row), dryRun: false },
              { onError: (error) => isRefused(error, 'ROWS_WRONG') && lookAt(lines) },
            )
          }
        />
      )}
    </>
  );
};

const ImportPage = () => {
  const orgId = Number(useRouter().params.orgId);
  return (
    <OrgPage title="从表格登记地点" kind="wide">
      {({ name }) =>
        tablesHere ? (
          <Import orgId={orgId} orgName={name} />
        ) : (
          <Empty
            icon="screen"
            title="在电脑上打开"
            why="表格在浏览器里读写，手机上的小程序做不了。"
            now="在电脑的浏览器里打开“到青年中去”，扫码登录，再进地点这一页。"
          />
        )
      }
    </OrgPage>
  );
};

export default ImportPage;
