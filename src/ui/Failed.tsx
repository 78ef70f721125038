import { View } from '@tarojs/components';
import { sayError } from '@/lib/say';
import { Unreachable } from '@/lib/call';
import { Button } from './Button';
import { Empty } from './Empty';
import { role } from './role';

/** What could not be loaded, why, and the way to try again. */
export const Failed = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  const { title, why, now } = sayError(error);
  return (
    <View {...role('alert')}>
      <Empty icon={error instanceof Unreachable ? 'offline' : 'alert'} title={title} why={why} now={now}>
        <Button kind="line" size="small" icon="repeat" onPress={onRetry}>
          再试一次
        </Button>
      </Empty>
    </View>
  );
};
