import { View } from '@tarojs/components';
import type { Level } from '../../types/words';
import { goTo, routes } from '@/lib/routes';
import { Button } from '@/ui/Button';

/** What an administrator can settle about an organisation. */
export const OrgActs = ({ orgId, level }: { orgId: number; level: Level }) => (
  <View className="org-acts">
    <Button id="appoint" size="small" kind="second" icon="people" onPress={() => goTo(routes.invite(orgId, 'post'))}>
      任命团干部
    </Button>
    <Button id="weeks" size="small" kind="line" onPress={() => goTo(routes.grid(orgId))}>
      每周一天
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
    {level === 'province' && (
      <Button id="work-calendar" size="small" kind="line" onPress={() => goTo(routes.workCalendar())}>
        工作日历
      </Button>
    )}
  </View>
);
