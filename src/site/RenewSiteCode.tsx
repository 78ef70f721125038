import { View } from '@tarojs/components';
import { client } from '@/lib/client';
import { queries } from '@/lib/queries';
import { siteCodeQuery, sitesChanged, standingCodeQuery } from '@/lib/siteQueries';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { Heading } from '@/ui/Heading';
import { Sheet } from '@/ui/Sheet';
import { Unsaved } from '@/ui/Unsaved';

/** Codes that have gone further than they should are made anew, after a question. */
export const RenewSiteCode = ({ siteId, onClose }: { siteId: string; onClose: () => void }) => {
  const renew = useWrite(client.grassrootsDay.renewSiteCode, () => {
    void queries.invalidateQueries(standingCodeQuery(siteId));
    void queries.invalidateQueries(siteCodeQuery(siteId));
    void sitesChanged();
    void tell('码换好了，记得重新印');
    onClose();
  });
  return (
    <Sheet label="换一个码" onClose={onClose}>
      <Heading className="t22 b">换一个码</Heading>
      <View className="ink2 mt4">
        已经印出来的、拍下来的，还有现场手机上正在显示的，马上都不能再用。换完要重新印一张贴上。之前记下的日子不受影响。
      </View>
      <View className="mt16" />
      <Unsaved error={renew.error} />
      <View className="col g8">
        <Button id="renew-site-code-now" busy={renew.isPending} onPress={() => renew.mutate({ siteId })}>
          换新
        </Button>
        <Button kind="quiet" onPress={onClose}>
          先不换
        </Button>
      </View>
    </Sheet>
  );
};
