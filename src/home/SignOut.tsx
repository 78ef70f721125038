import { useState } from 'react';
import { View } from '@tarojs/components';
import { useMutation } from '@tanstack/react-query';
import { client } from '@/lib/client';
import { leaveHere } from '@/lib/leaveHere';
import { sendNow, useItems } from '@/lib/outbox';
import { isOnItsWay } from '@/lib/outbox/item';
import { isRefused, sayError } from '@/lib/say';
import { Button } from '@/ui/Button';
import { role } from '@/ui/role';
import { Row } from '@/ui/Row';
import { Sheet } from '@/ui/Sheet';

/** A session that has ended already is no reason to stay. */
const endSession = async (): Promise<void> => {
  try {
    await client.org.signOut({});
  } catch (error) {
    if (!isRefused(error, 'NOT_SIGNED_IN')) throw error;
  }
};

/** Ends the session here. Who has something unsent is asked first: with the session goes the right to send it. */
export const SignOut = () => {
  const unsent = useItems().filter(isOnItsWay).length;
  const [asking, setAsking] = useState(false);
  const signOut = useMutation({
    mutationFn: endSession,
    onSuccess: () => leaveHere('signedOut'),
  });
  const ask = () => {
    signOut.reset();
    setAsking(true);
  };
  const failed = signOut.isError && (
    <View className="t14 warn tc mt8" {...role('alert')}>
      {sayError(signOut.error).title}，还没有退出。
    </View>
  );
  return (
    <>
      <View className="card flush rows by-icon">
        <Row id="sign-out" icon="leave" title="退出登录" acts onPress={() => (unsent > 0 ? ask() : signOut.mutate())} />
      </View>
      {!asking && failed}
      {asking && (
        <Sheet label="退出登录" onClose={() => setAsking(false)}>
          <View className="t18 b">{unsent > 0 ? `还有 ${unsent} 笔没有送出` : '都送出了'}</View>
          <View className="ink2 mt8">
            {unsent > 0 ? '退出后不能再替你送出，没送出的会丢掉。' : '没有什么留在这里，可以退出了。'}
          </View>
          <View className="mt16" />
          {unsent > 0 && (
            <>
              <Button id="send-first" icon="cloudUp" onPress={() => void sendNow()}>
                先送出
              </Button>
              <View className="mt8" />
            </>
          )}
          <Button kind="line" id="sign-out-anyway" busy={signOut.isPending} onPress={() => signOut.mutate()}>
            {unsent > 0 ? `丢掉 ${unsent} 笔并退出` : '退出登录'}
          </Button>
          <Button kind="quiet" onPress={() => setAsking(false)}>
            先不退出
          </Button>
          {failed}
        </Sheet>
      )}
    </>
  );
};
