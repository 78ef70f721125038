import { View } from '@tarojs/components';
import { goInstead, routes } from '@/lib/routes';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Press } from '@/ui/Press';
import { role } from '@/ui/role';

interface Props {
  orgId: number;
  registered: number;
  onMore: () => void;
}

/** All of them are there. */
export const ImportedSites = ({ orgId, registered, onMore }: Props) => (
  <View {...role('status')}>
    <Empty
      icon="check"
      title={`登记好了 ${registered} 个地点`}
      why="团干部现在就找得到它们。"
      now="接下来请每个地点的人当现场联系人，扫码报到才确认得了。"
    >
      <Button id="see-sites" size="small" onPress={() => goInstead(routes.sites(orgId))}>
        看地点
      </Button>
      <Press className="text-btn" onPress={onMore}>
        再登记一份
      </Press>
    </Empty>
  </View>
);
