import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import { Unreachable } from '@/lib/call';
import { canLocate } from '@/lib/locate';
import { errorOf, isOnItsWay } from '@/lib/outbox/item';
import { meQuery } from '@/lib/queries';
import { goBack, goInstead, routes } from '@/lib/routes';
import { isRefusal, isRefused } from '@/lib/say';
import { isLive, scannedText } from '@/lib/scannedText';
import { Button } from '@/ui/Button';
import { Failed } from '@/ui/Failed';
import { Page } from '@/ui/Page';
import { Refused } from '@/ui/Refused';
import { SkeletonCard } from '@/ui/Skeleton';
import { CheckedIn } from './CheckedIn';
import { Keep, Kept } from './KeepCheckIn';
import { LocationChoice } from './LocationChoice';
import { Preview } from './Preview';
import { useCheckIn } from './useCheckIn';

type Where = Parameters<typeof useCheckIn>[0];

/** Why not, and the other way: another scan, or a site from the list. */
const Stopped = ({ error }: { error: unknown }) => (
  <View className="card">
    <Refused error={error}>
      <View className="mt16" />
      {!isRefused(error, 'NOT_A_CADRE') && (
        <>
          <Button icon="scan" onPress={() => goInstead(routes.scan())}>
            再扫一次
          </Button>
          <View className="mt8" />
          <Button id="choose-site" kind="line" icon="site" onPress={() => goInstead(routes.siteList())}>
            从名单里选地点
          </Button>
        </>
      )}
      <Button kind="quiet" onPress={goBack}>
        先到这里
      </Button>
    </Refused>
  </View>
);

const CheckIn = ({ where }: { where: Where }) => {
  const { preview, item, undone, busy, located, chooseLocation, checkIn, undo, retry } = useCheckIn(where);
  const live = 'text' in where && isLive(where.text);
  if (undone) {
    return (
      <View className="card">
        <View className="t18 b">没有报到</View>
        <View className="ink2 mt4">没有送出，哪里也不计入。</View>
        <View className="mt16" />
        <Button onPress={goBack}>好</Button>
      </View>
    );
  }
  if (item?.state === 'done' && item.output) return <CheckedIn checkIn={item.output} onUndone={goBack} />;
  if (item?.late && isOnItsWay(item)) return <Kept item={item} live={live} onUndo={undo} />;
  if (item?.state === 'failed') {
    const error = errorOf(item);
    return isRefusal(error) ? <Stopped error={error} /> : <Failed error={error} onRetry={retry} />;
  }
  if (preview.isError && preview.error instanceof Unreachable && live)
    return <Keep onKeep={() => checkIn(null, true)} onRetry={() => void preview.refetch()} />;
  if (preview.isError && isRefusal(preview.error)) return <Stopped error={preview.error} />;
  if (preview.isError) return <Failed error={preview.error} onRetry={() => void preview.refetch()} />;
  if (!preview.data) return <SkeletonCard />;
  return (
    <>
      <Preview {...preview.data} />
      {canLocate && <LocationChoice allowed={located} onChosen={chooseLocation} />}
      <View className="foot">
        <Button id="check-in" size="large" busy={busy} onPress={() => checkIn(preview.data.site.name, false)}>
          报到
        </Button>
        <Button kind="quiet" onPress={goBack}>
          先不报到
        </Button>
      </View>
    </>
  );
};

/** D4.2 From a site's code, or a site from the list, to a day: where and with what effect, one button, what it did. */
const CheckInPage = () => {
  const { q, siteId } = useRouter().params;
  const text = scannedText({ from: 'query', q });
  // Opened by its own address, nothing has asked yet.
  const me = useQuery(meQuery);
  return (
    <Page title="到基层报到">
      {me.isError && !(me.error instanceof Unreachable) ? (
        <Failed error={me.error} onRetry={() => void me.refetch()} />
      ) : (
        <CheckIn where={siteId ? { siteId } : { text: text ?? '' }} />
      )}
    </Page>
  );
};

export default CheckInPage;
