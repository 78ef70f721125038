import { View } from '@tarojs/components';
import { goTo, routes } from '@/lib/routes';
import { Button } from '@/ui/Button';

/** What an administrator can settle about an organisation. */
export const OrgActs = ({ orgId }: { orgId: number }) => (
  <View className="org-acts">
    <Button id="appoint" size="small" kind="second" icon="people" onPress={() => goTo(routes.invite(orgId, 'post'))}>
      任命团干部
    </Button>
    <Button id="invitations" size="small" kind="line" onPress={() => goTo(routes.invitations(orgId))}>
      邀请
    </Button>
    <Button id="sites" size="small" kind="line" onPress={() => goTo(routes.sites(orgId))}>
      地点
    </Button>
    <Button id="administrators" size="small" kind="line" onPress={() => goTo(routes.administrators(orgId))}>
      管理员
    </Button>
    <Button id="add-org" size="small" kind="line" onPress={() => goTo(routes.names(orgId, 'below'))}>
      新建下级
    </Button>
    <Button id="rename-org" size="small" kind="line" onPress={() => goTo(routes.names(orgId, 'itself'))}>
      改名
    </Button>
  </View>
);
