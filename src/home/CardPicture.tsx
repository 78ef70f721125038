import { View } from '@tarojs/components';
import { useMutation } from '@tanstack/react-query';
import { client } from '@/lib/client';
import { savedWords, savePicture } from '@/lib/savePicture';
import { sayError } from '@/lib/say';
import { Button } from '@/ui/Button';
import { role } from '@/ui/role';

/** The card as a 小程序码, to be printed on a door or a poster. */
export const CardPicture = () => {
  const save = useMutation({
    mutationFn: async () => {
      const { picture, type } = await client.contact.cardPicture({});
      await savePicture(picture, type, '名片码');
    },
  });
  return (
    <>
      <Button id="card-picture" kind="quiet" size="small" busy={save.isPending} onPress={() => save.mutate()}>
        要印出来，存一张小程序码
      </Button>
      {(save.isSuccess || save.isError) && (
        <View className={`t14 tc ${save.isError ? 'warn' : 'ink2'}`} {...role('status')}>
          {save.isError ? `没有存成：${sayError(save.error).title}` : savedWords}
        </View>
      )}
    </>
  );
};
