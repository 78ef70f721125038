import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { looksQuery } from '@/lib/queries';
import { Failed } from '@/ui/Failed';
import { Page } from '@/ui/Page';
import { SkeletonRows } from '@/ui/Skeleton';
import { LookRows } from './LookRows';

/** D9.8 Who looked at me, for who has no record as a youth: a cadre, an administrator. */
const Looks = () => {
  const { data, isPending, error, refetch } = useQuery(looksQuery);
  return (
    <Page title="谁看过你">
      {data && (
        <>
          <View className="t14 ink2">
            管理员看得到你公开给组织的联系方式，只露头尾。要看完整的，得先写原因，都记在这里。
          </View>
          <LookRows looks={data.looks} />
        </>
      )}
      {isPending && <SkeletonRows />}
      {error && <Failed error={error} onRetry={() => void refetch()} />}
    </Page>
  );
};

export default Looks;
