import { useState } from 'react';
import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import type { Device } from '../../types/account';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Failed } from '@/ui/Failed';
import { Page } from '@/ui/Page';
import { SkeletonRows } from '@/ui/Skeleton';
import { devicesQuery } from './accountQueries';
import { DeviceRow } from './DeviceRow';
import { EndSheet } from './EndSheet';

/** Where I am signed in; what I do not know, I end. */
const Devices = () => {
  const { data, isPending, error, refetch } = useQuery(devicesQuery);
  const [ending, setEnding] = useState<Device | 'others' | null>(null);
  const others = data?.items.filter(({ thisOne }) => !thisOne) ?? [];
  return (
    <Page title="已登录的设备">
      {data && <View className="t14 ink2">不认识的，让它退出，马上生效。</View>}
      {data && data.items.length > 0 && (
        <View className="card flush rows by-icon">
          {data.items.map((device) => (
            <DeviceRow key={device.deviceId} device={device} today={data.today} onEnd={() => setEnding(device)} />
          ))}
        </View>
      )}
      {data?.items.length === 0 && (
        <Empty icon="screen" title="没有别的登录" why="你只在这个微信里用着，没有在电脑上登录。" />
      )}
      {others.length > 1 && (
        <Button id="end-others" kind="line" onPress={() => setEnding('others')}>
          其他的都退出
        </Button>
      )}
      {isPending && <SkeletonRows rows={2} />}
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {ending && <EndSheet ending={ending} onClose={() => setEnding(null)} />}
    </Page>
  );
};

export default Devices;
