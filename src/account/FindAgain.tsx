import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { monthAndDay } from '@/lib/day';
import { ownBindingQuery } from '@/lib/queries';
import { goTo, routes } from '@/lib/routes';
import { Button } from '@/ui/Button';

/** C7 For who was here before, under another WeChat account: the way to ask, and how it stands. */
export const FindAgain = () => {
  const { data } = useQuery(ownBindingQuery);
  const binding = data?.binding;
  return (
    <>
      {binding?.state === 'waiting' && (
        <View className="note soft" id="binding-waits">
          <View className="b">找回原来的：等{binding.orgName}答复</View>
          最晚 {monthAndDay(binding.dueOn)}。同意之后，打开就是原来的你。
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
