import { View } from '@tarojs/components';
import { routes, startAt } from '@/lib/routes';
import { sayError } from '@/lib/say';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { role } from '@/ui/role';

/** Trying again would not help: the way on is one's own. */
export const OutOfScope = ({ error }: { error: unknown }) => (
  <View {...role('alert')}>
    <Empty icon="alert" {...sayError(error)}>
      <Button kind="line" size="small" onPress={() => void startAt(routes.home())}>
        回到我的组织
      </Button>
    </Empty>
  </View>
);
