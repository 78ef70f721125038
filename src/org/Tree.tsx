import { View } from '@tarojs/components';
import type { Outputs } from '../../types/contract';
import { shortOrg } from '@/lib/cut';
import { goTo, routes } from '@/lib/routes';
import { Heading } from '@/ui/Heading';
import { Icon } from '@/ui/Icon';
import { Press } from '@/ui/Press';
import { FiguresBar } from './FiguresBar';
import { goUp } from './goUp';
import { thousands } from './thousands';

type Overview = Outputs['org']['overview'];

/** The way back up, to the top that is administered. */
export const Trail = ({ org, trail }: Pick<Overview, 'org' | 'trail'>) => (
  <View className="flex org-trail">
    {trail
      .filter(({ orgId }) => orgId !== org.orgId)
      .map(({ orgId, name }) => (
        <Press key={orgId} id={`up-${orgId}`} className="text-btn" as="link" onPress={() => goUp(orgId)}>
          <Icon name="left" size={16} />
          {shortOrg(name)}
        </Press>
      ))}
  </View>
);

/** The organisations below, each with the sums of its whole subtree. */
export const Below = ({ below }: Pick<Overview, 'below'>) =>
  below.length === 0 ? null : (
    <View className="org-below">
      <Heading className="sec b">下面的 {below.length} 个组织</Heading>
      <View className="card flush">
        {below.map(({ orgId, name, figures }) => (
          <Press key={orgId} id={`org-${orgId}`} className="row" as="link" onPress={() => goTo(routes.overview(orgId))}>
            <View className="grow beside">
              <View className="grow">
                <View className="b cut">{shortOrg(name)}</View>
                <View className="t14 ink2">{thousands(figures.cadres)} 名团干部</View>
              </View>
              <FiguresBar counted={figures.counted} quota={figures.quota} />
            </View>
            <View className="go">
              <Icon name="right" size={20} />
            </View>
          </Press>
        ))}
      </View>
    </View>
  );
