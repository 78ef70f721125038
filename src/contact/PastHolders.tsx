import { View } from '@tarojs/components';
import type { Outputs } from '../../types/contract';
import { monthAndDay } from '@/lib/day';
import { goTo, routes } from '@/lib/routes';
import { Heading } from '@/ui/Heading';
import { Avatar } from '@/ui/Person';
import { Press } from '@/ui/Press';

type Past = Outputs['privacy']['record']['past'][number];

const span = ({ since, until }: Past): string =>
  since === until ? monthAndDay(since) : `${monthAndDay(since)}到${monthAndDay(until)}`;

/** C3, D9.9 Who held me lately: what happened then can still be told. */
export const PastHolders = ({ past }: { past: Past[] }) =>
  past.length === 0 ? null : (
    <View>
      <Heading className="sec b">之前联系过你的</Heading>
      <View className="card flush rows by-ava">
        {past.map((one) => (
          <View key={one.contactId} className="row">
            <Avatar name={one.name} />
            <View className="grow">
              <View className="b">{one.name}</View>
              <View className="t14 ink2">{span(one)}</View>
            </View>
            <Press
              className="text-btn"
              as="link"
              label={`反映情况：${one.name}`}
              onPress={() => goTo(routes.concern(one.contactId))}
            >
              反映情况
            </Press>
          </View>
        ))}
      </View>
    </View>
  );
