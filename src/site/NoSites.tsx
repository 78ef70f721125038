import { View } from '@tarojs/components';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Press } from '@/ui/Press';
import { role } from '@/ui/role';

interface Props {
  search: string;
  /** Only one kind is shown. */
  filtered: boolean;
  closed: boolean;
  onRegister: () => void;
  onAll: () => void;
}

/** Where a list of sites has none. */
export const NoSites = ({ search, filtered, closed, onRegister, onAll }: Props) => {
  if (search || filtered)
    return (
      <View {...role('status')}>
        <Empty
          icon="search"
          title={search ? `没有找到“${search}”` : '这一类还没有地点'}
          why="换个写法，或者看看别的类。"
        >
          <Press className="text-btn" onPress={onAll}>
            清空，看全部
          </Press>
        </Empty>
      </View>
    );
  if (closed) return <Empty icon="site" title="没有停用的地点" why="停用之后，来过的日子照样留着，地点在这里。" />;
  return (
    <Empty icon="site" title="还没有地点" why="团干部每周去一天的地方，先登记下来，再请那里的人当现场联系人。">
      <Button size="small" icon="plus" onPress={onRegister}>
        登记地点
      </Button>
    </Empty>
  );
};
