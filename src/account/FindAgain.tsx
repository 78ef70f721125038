import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { client } from '@/lib/client';
import { monthAndDay } from '@/lib/day';
import { queries } from '@/lib/queries';
import { goTo, routes } from '@/lib/routes';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { Press } from '@/ui/Press';
import { Unsaved } from '@/ui/Unsaved';
import { ownBindingQuery } from './accountQueries';

/** C7 For who was here before, under another WeChat account: the way to ask, and how it stands. */
export const FindAgain = () => {
  const { data } = useQuery(ownBindingQuery);
  const binding = data?.binding;
  const look = () => void queries.invalidateQueries(ownBindingQuery);
  const takeBack = useWrite(client.account.withdrawBinding, () => {
    look();
    void tell('撤回了，写过的都删掉了');
  });
  return (
    <>
      {binding?.state === 'waiting' && (
        <View className="note soft" id="binding-waits">
          <View className="b">找回原来的：等{binding.orgName}答复</View>
          最晚 {monthAndDay(binding.dueOn)}。同意之后，打开就是原来的你。
          <Unsaved error={takeBack.error} />
          <View>
            <Press
              id="take-back"
              className="text-btn"
              disabled={takeBack.isPending}
              onPress={() => takeBack.mutate({}, { onError: look })}
            >
              不找了，撤回
            </Press>
          </View>
        </View>
      )}
      {binding?.state === 'refused' && (
        <View className="note warn" id="binding-refused">
          <View className="b">找回原来的：{binding.orgName}没有同意</View>
          {binding.reason}
        </View>
      )}
      {data && binding?.state !== 'waiting' && (
        <Button id="find-again" kind="quiet" onPress={() => goTo(routes.binding())}>
          换了微信，找回原来的
        </Button>
      )}
    </>
  );
};
