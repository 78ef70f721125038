import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import type { Outputs } from '../../types/contract';
import { meQuery } from '@/lib/queries';
import { Heading } from '@/ui/Heading';
import { Icon } from '@/ui/Icon';
import { siteKindWords, whichDay, whyItWaits } from './dayWords';

type What = Outputs['grassrootsDay']['previewCheckIn'];

/** D4.2 Where it is, which day it would be, and whether it counts at once. */
export const Preview = ({ site, day, because, already }: What) => {
  const { data: me } = useQuery(meQuery);
  const words = whichDay(day, me?.today ?? day);
  return (
    <>
      <View className="card">
        <View className="flex g12">
          <View className="brand">
            <Icon name="site" />
          </View>
          <View className="grow">
            <Heading className="t22 b wrap-any">{site.name}</Heading>
            <View className="ink2 mt4">
              {siteKindWords[site.kind]}，{site.orgName}
            </View>
            <View className="t14 ink2 mt4 wrap-any">{site.address}</View>
          </View>
        </View>
      </View>
      <View className="card" id="verdict">
        <View className="flex g12">
          <View className={because === null ? 'brand' : 'warn'}>
            <Icon name={because === null ? 'check' : 'clock'} />
          </View>
          <View className="grow">
            <View className="t18 b">{because === null ? `${words}算一天` : `${words}先记下，待确认`}</View>
            <View className="ink2 mt4">
              {because === null ? '现场码是刚换的，报到之后马上算数。' : whyItWaits(because, site.name)}
            </View>
          </View>
        </View>
      </View>
      {already && already.site.siteId !== site.siteId && (
        <View className="note soft">这一天已经在{already.site.name}报到过，去几个地点都是一天。</View>
      )}
    </>
  );
};
