import { policy } from '../../config/policy';
import type { Help } from '../../types/words';
import { handOverActivity } from '@/lib/handedOver';
import { goTo, routes, startAt } from '@/lib/routes';

export interface HelpWords {
  say: (n: number) => string;
  act: string;
  go: (span: { from: string; until: string }) => void;
}

const write = () => goTo(routes.log());
const home = (tab?: string) => void startAt(routes.home({ tab }));

/** Who holds nobody yet begins with the first. */
export const firstYouth: HelpWords = {
  say: () => '从第一位青年开始：请对方打开“我的码”，你扫一下就联系上了。',
  act: '去扫一扫',
  go: () => home('today'),
};

/** What would help most next: a sentence, and the way to it. */
export const helpWords: Record<Help, HelpWords> = {
  dispute: {
    say: (n) => `有 ${n} 位说“这不是我”。先答复，说清楚之前这几笔不算数。`,
    act: '去答复',
    go: () => goTo(routes.logs({ only: 'disputed' })),
  },
  voice: { say: (n) => `最近有 ${n} 天还空着。联系过的补上一笔，没有就今天联系一位。`, act: '记一笔', go: write },
  activity: {
    say: () => `这一季还没有活动。约上 ${policy.contactLog.activityFrom} 位以上见一面，记成一场活动。`,
    act: '记一场活动',
    go: () => {
      handOverActivity();
      goTo(routes.log({ choose: 'yes' }));
    },
  },
  meeting: { say: (n) => `还有 ${n} 位今年没见过面。从最近聊得多的约起。`, act: '看看是谁', go: () => home('youths') },
  prove: {
    say: (n) => `有 ${n} 位记了见面，还没得到确认。下次见到，请对方扫一下见面码。`,
    act: '看这几笔',
    go: () => goTo(routes.logs({ only: 'unproved' })),
  },
  quota: { say: (n) => `还差 ${n} 位。扫一下对方的码，就联系上一位。`, act: '去扫一扫', go: () => home('today') },
  field: { say: (n) => `有 ${n} 个领域还没有人。去那里走一走。`, act: '看七个领域', go: () => home('today') },
  identity: {
    say: () => '青年还看不到怎么找你。公开微信、QQ、微博里的一种就好。',
    act: '去公开',
    go: () => goTo(routes.channels()),
  },
};
