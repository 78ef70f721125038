import { View } from '@tarojs/components';
import type { Outputs } from '../../types/contract';
import { shortOrg } from '@/lib/cut';
import { goTo, routes } from '@/lib/routes';
import { Icon } from '@/ui/Icon';
import { Mark } from '@/ui/Mark';
import { Press } from '@/ui/Press';
import { FindOrg } from './FindOrg';
import { goUp } from './goUp';
import { thousands } from './thousands';
import { useSlashKey } from './useSlashKey';

type Overview = Outputs['org']['overview'];

/** How far a line of the tree stands from the left. */
const indent = (depth: number) => ({ paddingLeft: `${8 + depth * 16}px` });

/** The tree as far as it is open: those above, this one, those below it. On a wide screen alone. */
const SideTree = ({ org, trail, below, total }: Pick<Overview, 'org' | 'trail' | 'below' | 'total'>) => {
  const above = trail.filter(({ orgId }) => orgId !== org.orgId);
  return (
    <View className="side-tree">
      {above.map(({ orgId, name }, depth) => (
        <Press key={orgId} className="tree-row" as="link" onPress={() => goUp(orgId)}>
          <View className="grow flex g4" style={indent(depth)}>
            <Icon name="down" size={16} />
            {shortOrg(name)}
          </View>
        </Press>
      ))}
      <View className="tree-row on">
        <View className="grow flex g4 b" style={indent(above.length)}>
          <Icon name="down" size={16} />
          {shortOrg(org.name)}
        </View>
        <View className="t12 b">{thousands(total.cadres)}</View>
      </View>
      {below.map(({ orgId, name, figures }) => (
        <Press key={orgId} className="tree-row" as="link" onPress={() => goTo(routes.overview(orgId))}>
          <View className="grow flex g4" style={indent(above.length + 1)}>
            <Icon name="right" size={16} />
            {shortOrg(name)}
          </View>
          <View className="t12 ink3">{thousands(figures.cadres)}</View>
        </Press>
      ))}
    </View>
  );
};

/** Beside an organisation: where else one can go. On a phone it is the search alone. */
export const OrgSide = (overview: Overview) => {
  useSlashKey('find-org');
  return (
    <View className="org-side">
      <View className="side-brand">
        <Mark />
        <View className="t18 b">到青年中去</View>
      </View>
      <Press className="tree-row side-menu" as="link" onPress={() => goTo(routes.todo())}>
        <Icon name="check" size={20} />
        <View className="grow">要办的事</View>
      </Press>
      <Press className="tree-row side-menu" as="link" onPress={() => goTo(routes.sites(overview.org.orgId))}>
        <Icon name="site" size={20} />
        <View className="grow">地点</View>
      </Press>
      <FindOrg id="find-org" mine onChoose={({ orgId }) => goTo(routes.overview(orgId))} />
      <SideTree {...overview} />
    </View>
  );
};
