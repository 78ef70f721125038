import { wholeDay } from './day';
import type { Say, Sentence } from './say';

type OfLogs = Pick<
  Say,
  | 'CODE_NOT_LIVE'
  | 'LOG_IN_FUTURE'
  | 'LOG_BEFORE_CONTACT'
  | 'LOG_WITHOUT_POST'
  | 'LOG_NOT_FOUND'
  | 'LOG_CLOSED'
  | 'LOG_DISPUTED'
  | 'LOG_KEPT'
  | 'DISPUTE_ALREADY'
  | 'DISPUTE_SETTLED'
  | 'DISPUTE_UNANSWERED'
>;

/** What is said about logs and what youths say to them. */
export const sayOfLogs: OfLogs = {
  CODE_NOT_LIVE: () => ({
    title: '这是名片码',
    why: '名片码可以印出来，证明不了今天见了面。',
    now: '请对方打开“见面码”，再扫一次。',
  }),
  LOG_IN_FUTURE: () => ({
    title: '这一天还没到',
    why: '记的是已经发生的事。',
    now: '选今天或更早的一天，再记。',
  }),
  LOG_BEFORE_CONTACT: ({ since }) => ({
    title: '那时还没有联系上',
    why: `里面有人从 ${wholeDay(since)}起才和你建立联系。`,
    now: '换一个日子，或者去掉那一位。',
  }),
  LOG_WITHOUT_POST: ({ day }) => ({
    title: '那一天你没有职务',
    why: `${wholeDay(day)}你不在任何团组织任职，记不到哪一个名下。`,
    now: '换一个有职务的日子。',
  }),
  LOG_NOT_FOUND: () => ({
    title: '这一笔不在了',
    why: '它可能已经删掉。',
    now: '列表里是现在有的。',
  }),
  LOG_CLOSED: ({ writtenOn }) => ({
    title: '这一笔改不了了',
    why: `它是${wholeDay(writtenOn)}记的，当天可以改和删。`,
    now: '要补充的话，另记一笔。',
  }),
  LOG_DISPUTED: () => ({
    title: '对方说“这不是我”',
    why: '有人对这一笔有疑问，先答复，再说改。',
    now: '打开这一笔，答复对方，或者把对方去掉。',
  }),
  LOG_KEPT: () => ({
    title: '这一笔就这样留着',
    why: '里面有人已经离开，或者现在看不到名字，一改就会丢了那一位。',
    now: '要补充的话，另记一笔。',
  }),
  DISPUTE_ALREADY: () => ({
    title: '你说过“这不是我”',
    why: '这一笔正在核对，或者已经核对完。',
    now: '在这一笔里看现在到哪一步。',
  }),
  DISPUTE_SETTLED: () => ({
    title: '这件事已经有结果',
    why: '这一笔现在没有要核对的。',
    now: '不用再做什么。',
  }),
  DISPUTE_UNANSWERED: () => ({
    title: '等团干部答复',
    why: '对方还没有答复，这一笔现在不算数。',
    now: '有了答复再来定；想起来是你，现在就可以说。',
  }),
};

const someoneLeft = (): Sentence => ({
  title: '里面有人不由你联系了',
  why: '可能刚刚离开，也可能要管理员先同意。',
  now: '去掉这一位，其他人照样可以记。',
});

/** D9.5 Instead of the usual, where a log was about several and one of them has left. */
export const sayOfOneWhoLeft: Partial<Say> = { CONTACT_ENDED: someoneLeft, CONTACT_NOT_FOUND: someoneLeft };
