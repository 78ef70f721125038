import { View } from '@tarojs/components';
import { client } from '@/lib/client';
import { queries } from '@/lib/queries';
import { goBack } from '@/lib/routes';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { Heading } from '@/ui/Heading';
import { Icon } from '@/ui/Icon';
import { Refused } from '@/ui/Refused';
import { role } from '@/ui/role';
import { devicesQuery } from './accountQueries';

interface Props {
  text: string;
  device: string;
  at: string;
}

const Answered = ({ device, approved }: { device: string; approved: boolean }) => (
  <>
    <View className="col center tc">
      <View className="disc mt12">
        <Icon name={approved ? 'check' : 'shield'} />
      </View>
      <View className="t22 b mt16" {...role('status')} aria-live="polite">
        {approved ? '电脑上进来了' : '没有让它登录'}
      </View>
      <View className="ink2 mt4">
        {approved ? `${device} 现在是你。用完可以在“已登录的设备”里让它退出。` : '那个码已经作废，什么也看不到。'}
      </View>
    </View>
    <View className="foot paper">
      <Button size="large" onPress={goBack}>
        好
      </Button>
    </View>
  </>
);

/** The device in the server's words, and two ways of the same size: nobody is let in by a code that came from elsewhere. */
export const ApproveCard = ({ text, device, at }: Props) => {
  const onAnswered = () => void queries.invalidateQueries(devicesQuery);
  const approve = useWrite(client.account.approveSignIn, onAnswered);
  const refuse = useWrite(client.account.refuseSignIn, onAnswered);
  if (approve.isSuccess || refuse.isSuccess) return <Answered device={device} approved={approve.isSuccess} />;
  const error = approve.error ?? refuse.error;
  const busy = approve.isPending || refuse.isPending;
  return (
    <>
      <Heading className="t22 b">在这台电脑上登录？</Heading>
      <View className="card flex g16 in">
        <View className="ink2">
          <Icon name="screen" />
        </View>
        <View className="grow">
          <View className="b wrap-any">{device}</View>
          <View className="t14 ink2">{at} 要求登录</View>
        </View>
      </View>
      <View className="note warn">
        <View className="b">只在你自己面前的电脑上确认</View>
        别人发来的码、网页上叫你扫的码，都不要确认：确认之后，那台电脑就是你。
      </View>
      {error && (
        <View className="mt16">
          <Refused error={error} />
        </View>
      )}
      <View className="foot paper">
        <View className="col g8">
          <Button id="approve" size="large" busy={busy} onPress={() => approve.mutate({ text })}>
            确认登录
          </Button>
          <Button id="refuse" kind="line" busy={busy} onPress={() => refuse.mutate({ text })}>
            不是我，不登录
          </Button>
        </View>
      </View>
    </>
  );
};
