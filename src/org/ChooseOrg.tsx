import { View } from '@tarojs/components';
import { Labelled } from '@/ui/Labelled';
import { Row } from '@/ui/Row';
import { FindOrg, type ChosenOrg } from './FindOrg';

export type { ChosenOrg };

interface Props {
  chosen: ChosenOrg | null;
  problem?: string;
  /** Only among those that one administers. */
  mine?: boolean;
  onChoose: (org: ChosenOrg | null) => void;
}

/** D1.2 One organisation of the tree, found by its name. */
export const ChooseOrg = ({ chosen, problem, mine = false, onChoose }: Props) => (
  <Labelled id="org" label="团组织" problem={problem}>
    {chosen ? (
      <View className="chosen-org">
        <Row
          id="chosen-org"
          title={chosen.name}
          detail={chosen.above ?? ''}
          aside="换一个"
          acts
          onPress={() => onChoose(null)}
        />
      </View>
    ) : (
      <FindOrg id="find-org" mine={mine} onChoose={onChoose} />
    )}
  </Labelled>
);
