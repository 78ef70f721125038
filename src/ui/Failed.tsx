import { View } from '@tarojs/components';
import { Unreachable } from '@/lib/call';
import { goBack } from '@/lib/routes';
import { isRefusal, isRefused, sayError } from '@/lib/say';
import { Button } from './Button';
import { Empty } from './Empty';
import { role } from './role';

/** What could not be loaded, why, and the way to try again; where that would not help, the way back. */
export const Failed = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  const { title, why, now } = sayError(error);
  const stays = isRefusal(error) && !isRefused(error, 'TOO_MANY');
  return (
    <View {...role('alert')}>
      <Empty icon={error instanceof Unreachable ? 'offline' : 'alert'} title={title} why={why} now={now}>
        <Button kind="line" size="small" icon={stays ? 'left' : 'repeat'} onPress={stays ? goBack : onRetry}>
          {stays ? '返回' : '再试一次'}
        </Button>
      </Empty>
    </View>
  );
};
