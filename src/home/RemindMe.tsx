import { useQuery } from '@tanstack/react-query';
import { keepAllowed } from '@/lib/keepAllowed';
import { offerMessage } from '@/lib/offerMessage';
import { meQuery } from '@/lib/queries';
import { tell } from '@/lib/tell';
import { Button } from '@/ui/Button';

/** One tap is one message, at the earliest tomorrow morning; nothing where WeChat cannot be asked. */
export const RemindMe = () => {
  const { data } = useQuery(meQuery);
  const template = data?.messages.todo;
  if (!template || process.env.TARO_ENV === 'h5') return null;
  const remind = async () => {
    if (await keepAllowed('todo', offerMessage(template))) void tell('好，下次有事等着，早上提醒你一次');
  };
  return (
    <Button id="remind-me" kind="quiet" onPress={() => void remind()}>
      早上在微信里提醒我一次
    </Button>
  );
};
