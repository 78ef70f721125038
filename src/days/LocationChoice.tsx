import { View } from '@tarojs/components';
import { client } from '@/lib/client';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { Press } from '@/ui/Press';
import { Unsaved } from '@/ui/Unsaved';

interface Props {
  /** Null when one was never asked. */
  allowed: boolean | null;
  onChosen: (allowed: boolean) => void;
}

/** D9.2 Asked once, apart from everything else, and changed here; a no costs nothing but the evidence. */
export const LocationChoice = ({ allowed, onChosen }: Props) => {
  const write = useWrite(client.grassrootsDay.allowLocation);
  const choose = (yes: boolean) => {
    // A no holds at once; what was not allowed yet would be refused.
    if (!yes) onChosen(false);
    write.mutate({ allowed: yes }, { onSuccess: () => onChosen(yes) });
  };
  if (allowed !== null) {
    return (
      <View id="location">
        <Unsaved error={write.error} />
        <View className="flex between g12">
          <View className="t14 ink2">{allowed ? '报到时带上位置，只记离地点多远' : '报到时不带位置'}</View>
          <Press className="text-btn" disabled={write.isPending} onPress={() => choose(!allowed)}>
            {allowed ? '不带了' : '带上'}
          </Press>
        </View>
      </View>
    );
  }
  return (
    <View className="card" id="location">
      <View className="b">报到时带上位置吗</View>
      <View className="t14 ink2 mt4">多一份凭据：只记离地点多远，不记你在哪里。不带也一样算一天。</View>
      <Unsaved error={write.error} />
      <View className="flex g8 mt12">
        <Button id="with-location" kind="second" size="small" busy={write.isPending} onPress={() => choose(true)}>
          带上
        </Button>
        <Button kind="line" size="small" onPress={() => choose(false)}>
          不带
        </Button>
      </View>
    </View>
  );
};
