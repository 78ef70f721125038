import { useState } from 'react';
import { View } from '@tarojs/components';
import { client } from '@/lib/client';
import { organisationChanged } from '@/lib/queries';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { DayInput } from '@/ui/DayInput';
import { Heading } from '@/ui/Heading';
import { Labelled } from '@/ui/Labelled';
import { Sheet } from '@/ui/Sheet';
import { Unsaved } from '@/ui/Unsaved';
import type { CadreEntry } from './cadreEntry';

export type CadreAct = 'approveMinors' | 'endMinors' | 'makeAdministrator' | 'endPost';

interface Words {
  title: string;
  what: (entry: CadreEntry) => string;
  /** What the day is, where one is asked for. */
  day?: string;
  yes: string;
  done: string;
}

const words: Record<CadreAct, Words> = {
  approveMinors: {
    title: '同意联系未成年人',
    what: ({ name }) => `${name}从这一天起可以联系 14 到 17 岁的青年，每次查看详情都留记录。随时可以结束。`,
    day: '从哪天起',
    yes: '同意',
    done: '已同意',
  },
  endMinors: {
    title: '结束这项同意',
    what: ({ name }) => `${name}从现在起不能再添加未满 18 岁的青年。`,
    yes: '结束同意',
    done: '已结束',
  },
  makeAdministrator: {
    title: '设为管理员',
    what: ({ name, orgName }) => `${name}从现在起看得到${orgName}和它下面的，可以任命、同意、结束。`,
    yes: '设为管理员',
    done: '设好了',
  },
  endPost: {
    title: '结束职务',
    what: ({ name, orgName, title }) =>
      `${name}从这一天起不再是${orgName}${title}。之前的记录都留着，联系着的青年自己选由谁接着联系。`,
    day: '从哪天起不再担任',
    yes: '结束职务',
    done: '记下了',
  },
};

interface Props {
  act: CadreAct;
  postId: string;
  entry: CadreEntry;
  today: string;
  /** The post has an end: who is to follow can be named. */
  onEnded: () => void;
  onClose: () => void;
}

const laterOf = (a: string, b: string): string => (a > b ? a : b);

/** One thing that an administrator settles about a cadre, after saying what it does. */
export const CadreSheet = ({ act, postId, entry, today, onEnded, onClose }: Props) => {
  const first = act === 'endPost' ? laterOf(today, entry.from) : today;
  const [day, setDay] = useState(first);
  const { title, what, day: dayLabel, yes, done } = words[act];
  const settled = () => {
    void organisationChanged();
    void tell(done);
    onClose();
  };
  const approve = useWrite(client.org.approveMinors, settled);
  const endMinors = useWrite(client.org.endMinors, settled);
  const make = useWrite(client.org.makeAdministrator, settled);
  const endPost = useWrite(client.org.endPost, () => {
    settled();
    onEnded();
  });
  const { error, isPending } = [approve, endMinors, make, endPost].find(({ isIdle }) => !isIdle) ?? approve;
  const go: Record<CadreAct, () => void> = {
    approveMinors: () => approve.mutate({ postId, from: day, until: null }),
    endMinors: () => endMinors.mutate({ postId }),
    makeAdministrator: () => make.mutate({ postId, orgId: entry.orgId }),
    endPost: () => endPost.mutate({ postId, until: day }),
  };
  return (
    <Sheet label={title} onClose={onClose}>
      <Heading className="t22 b">{title}</Heading>
      <View className="ink2 mt4">{what(entry)}</View>
      <View className="mt16" />
      {dayLabel && (
        <Labelled id="day" label={dayLabel}>
          <DayInput id="day" name={dayLabel} value={day} first={first} onChange={setDay} />
        </Labelled>
      )}
      <View className="mt16" />
      <Unsaved error={error} />
      <View className="col g8">
        <Button id="settle" busy={isPending} onPress={go[act]}>
          {yes}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          先不动
        </Button>
      </View>
    </Sheet>
  );
};
