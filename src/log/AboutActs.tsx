import { View } from '@tarojs/components';
import type { LogAboutMe } from '../../types/contactLog';
import { client } from '@/lib/client';
import { monthAndDay } from '@/lib/day';
import { aboutMeChanged } from '@/lib/queries';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { Unsaved } from '@/ui/Unsaved';

/** What I can say to a log about me: once, and the last word where it is in dispute. */
export const AboutActs = ({ log: { logId, state, tapUntil, overdue } }: { log: LogAboutMe }) => {
  const said = (words: string) => () => {
    void aboutMeChanged();
    void tell(words);
  };
  const confirm = useWrite(client.contactLog.confirm, said('已确认'));
  const dispute = useWrite(client.contactLog.dispute, said('记下了，现在不算数'));
  const settle = useWrite(client.contactLog.settle, said('好，就这样定了'));
  const busy = confirm.isPending || dispute.isPending || settle.isPending;
  const lastWord = (
    <View className="log-acts">
      <Button kind="second" size="small" icon="check" busy={busy} onPress={() => settle.mutate({ logId, wasMe: true })}>
        是我
      </Button>
      <Button kind="line" size="small" busy={busy} onPress={() => settle.mutate({ logId, wasMe: false })}>
        还是不是我
      </Button>
    </View>
  );
  const acts = () => {
    switch (state) {
      case 'unanswered':
        return (
          <>
            {tapUntil && (
              <View className="t14 ink2 mt8">见过面的话点确认，{monthAndDay(tapUntil)}前点都算见过面。</View>
            )}
            <View className="log-acts">
              <Button kind="second" size="small" icon="check" busy={busy} onPress={() => confirm.mutate({ logId })}>
                确认
              </Button>
              <Button kind="line" size="small" busy={busy} onPress={() => dispute.mutate({ logId })}>
                这不是我
              </Button>
            </View>
          </>
        );
      case 'disputed':
        if (overdue)
          return (
            <>
              <View className="t14 ink2 mt8">对方一直没有答复，是不是你，你说了算。</View>
              {lastWord}
            </>
          );
        return (
          <>
            <View className="t14 ink2 mt8">等对方答复，在那之前不算数。想起来了，随时可以改口。</View>
            <View className="log-acts">
              <Button kind="line" size="small" busy={busy} onPress={() => settle.mutate({ logId, wasMe: true })}>
                想起来了，是我
              </Button>
            </View>
          </>
        );
      case 'answered':
        return lastWord;
      default:
        return null;
    }
  };
  return (
    <>
      {acts()}
      <Unsaved error={confirm.error ?? dispute.error ?? settle.error} />
    </>
  );
};
