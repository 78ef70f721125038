import { ORPCError } from '@orpc/client';
import { policy } from '../../config/policy';
import type { RefusalCode, RefusalData } from '../../types/refusals';
import { Unreachable } from './call';
import { wholeDay } from './day';
import { sayOfAccounts } from './sayOfAccounts';
import { sayOfDays } from './sayOfDays';
import { sayOfLogs } from './sayOfLogs';
import { sayOfPosts } from './sayOfPosts';
import { sayOfWeeks } from './sayOfWeeks';

const { age, codes } = policy;

/** What happened, why, and what to do now. */
export interface Sentence {
  title: string;
  why: string;
  now: string;
}

const inWords = (seconds: number): string => (seconds < 60 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`);

const textWords: Record<RefusalData<'TEXT_RISKY'>['text'], string> = {
  name: '姓名',
  unit: '单位或学校',
  title: '职务',
  note: '说明',
  line: '这句话',
  answer: '答复',
};

export type Say = { [Code in RefusalCode]: (data: RefusalData<Code>) => Sentence };

/** One sentence for each refusal. The record is complete or it does not compile. */
export const say: Say = {
  ...sayOfAccounts,
  ...sayOfPosts,
  ...sayOfLogs,
  ...sayOfDays,
  ...sayOfWeeks,
  NOT_SIGNED_IN: () => ({
    title: '还没有登录',
    why: '登录之后才知道你是谁。',
    now: '用微信打开“到青年中去”，会自己登录。',
  }),
  NOT_REGISTERED: () => ({
    title: '还差一步',
    why: '同意告知并留下姓名之后，才能建立联系。',
    now: '先花半分钟登记，再回到这里。',
  }),
  NOT_A_CADRE: () => ({
    title: '这一步由团干部来做',
    why: '你现在没有团干部职务。',
    now: '想让团干部联系你，就打开“我的码”请对方扫。',
  }),
  NOT_A_YOUTH: () => ({
    title: '这一步由青年来做',
    why: '你还没有登记为青年。',
    now: '团干部之间不用建立联系。想联系青年，请扫对方的“我的码”。',
  }),
  OUT_OF_SCOPE: () => ({
    title: '这里你看不到',
    why: '管理员只看得到自己的组织和它下面的。',
    now: '职务刚变动的话，过一会儿再来。',
  }),
  SENDER_CHANGED: () => ({
    title: '换了一个人登录',
    why: '这一步是另一个人做的，没有记在你名下。',
    now: '回到首页，看看现在是谁。',
  }),
  SIGN_IN_FAILED: () => ({
    title: '登录没有成功',
    why: '微信给的登录凭证只能用一次，五分钟内有效。',
    now: '再试一次，会换一个新的。',
  }),
  TOO_MANY: ({ retryAfterSeconds }) => ({
    title: '慢一点',
    why: '短时间里次数太多，先停一停。',
    now: `${inWords(retryAfterSeconds)}之后再试。`,
  }),
  REQUEST_REUSED: () => ({
    title: '这一次没有保存',
    why: '它和刚才的一次用了同一个编号，内容却不同。',
    now: '再点一次就好。',
  }),
  UNDER_14: () => ({
    title: `${age.registerFrom} 岁以后再来`,
    why: `这里从 ${age.registerFrom} 岁开始登记，更小的朋友我们不记任何资料。`,
    now: '什么也没有留下。想参加活动，可以请家长联系当地的团组织。',
  }),
  ALREADY_REGISTERED: () => ({
    title: '你已经登记过了',
    why: '一个人登记一次就够。',
    now: '回到首页就能看到你的码。',
  }),
  NOTICE_OUTDATED: ({ version }) => ({
    title: '告知有了新的一版',
    why: `现在是第 ${version} 版，你看到的是之前的。`,
    now: '读一读新的，再决定要不要继续。',
  }),
  YOUTH_NOT_AGREED: () => ({
    title: '对方还没看新的告知',
    why: '告知有了新的一版，看过并同意之后才能建立联系。',
    now: '请对方打开“到青年中去”看一看，再扫一次。',
  }),
  CODE_FOREIGN: () => ({
    title: '这不是我们的码',
    why: '这里只认“我的码”、团干部的名片码和现场码。',
    now: '请对方打开“到青年中去”，再扫一次。',
  }),
  CODE_UNKNOWN: () => ({
    title: '没有认出这个码',
    why: '它可能已经换新，也可能没有扫完整。',
    now: '请对方重新打开自己的码，再扫一次。',
  }),
  CODE_EXPIRED: () => ({
    title: '这个码过期了',
    why: `“我的码”每 ${codes.stepSeconds} 秒换一次，截图和旧码用不了。`,
    now: '请对方等它换新，再扫一次。',
  }),
  CODE_AHEAD: () => ({
    title: '这个码还没到时候',
    why: '它的时间比现在晚，不会是刚刚显示的。',
    now: '请对方连上网络，重新打开“我的码”。',
  }),
  CODE_USED: () => ({
    title: '这个码你刚用过',
    why: '同一个码，同一个人只能用一次。',
    now: '请对方等它换新，再扫一次。',
  }),
  PERSON_GONE: () => ({
    title: '找不到这个人了',
    why: '对方已经离开这里。',
    now: '不用再做什么，扫下一位就好。',
  }),
  HOLDER_NOT_CADRE: () => ({
    title: '对方现在不是团干部',
    why: '名片码还在，职务已经结束。',
    now: '请对方所在的团组织介绍接手的人。',
  }),
  CONTACT_SELF: () => ({
    title: '这是你自己的码',
    why: '自己和自己不用建立联系。',
    now: '请对方打开“我的码”，你来扫。',
  }),
  CONTACT_ALREADY: ({ since }) => ({
    title: '你们已经联系上了',
    why: `从 ${wholeDay(since)}起就是。`,
    now: '不用再扫，扫下一位就好。',
  }),
  YOUTH_FULL: ({ scannedBy, holders, cap }) =>
    scannedBy === 'cadre'
      ? {
          title: '这位青年暂时加不了',
          why: `已有 ${holders} 名团干部联系，一位青年最多 ${cap} 名。`,
          now: '等对方离开其中一位，就可以再添加。',
        }
      : {
          title: '你的位置满了',
          why: `已有 ${holders} 名团干部联系你，最多 ${cap} 名。`,
          now: '在“联系我”里离开一位，就空出一个位置。',
        },
  MINOR_NEEDS_APPROVAL: ({ scannedBy }) =>
    scannedBy === 'cadre'
      ? {
          title: '还要管理员同意',
          why: `对方未满 ${age.adultFrom} 岁，要先得到管理员同意。`,
          now: '请管理员同意之后，再来扫。',
        }
      : {
          title: '还要管理员同意',
          why: `你未满 ${age.adultFrom} 岁，对方要先得到团组织的同意，才能和你建立联系。`,
          now: '请对方先去申请，之后再扫一次。',
        },
  CADRE_BLOCKED: ({ scannedBy }) =>
    scannedBy === 'cadre'
      ? {
          title: '这次联系没有建立',
          why: '要不要被联系，由青年自己决定。',
          now: '不用再扫，扫下一位就好。',
        }
      : {
          title: '你选过不再被添加',
          why: '对方在你的“不再被添加”名单里。',
          now: '改了主意的话，在“我的记录与权利”里解除，再扫一次。',
        },
  CONTACT_NOT_FOUND: () => ({
    title: '这份联系不在了',
    why: '可能刚刚离开，也可能已经撤销。',
    now: '列表里是现在的人。',
  }),
  CONTACT_ENDED: () => ({
    title: '这份联系已经结束',
    why: '你们之间有一方先离开了。',
    now: '不用再做什么。',
  }),
  CONTACT_NOT_WAITING: () => ({
    title: '现在不用选',
    why: '对方还在任，联系照常。',
    now: '不想继续的话，可以随时离开。',
  }),
  CHOICE_NOT_THERE: () => ({
    title: '这一位选不了',
    why: '能接着联系你的，是同一个团组织现在的团干部。',
    now: '从名单里另选一位，或者扫别的团干部的名片码。',
  }),
  CHANNEL_NOT_FOUND: () => ({
    title: '这个联系方式看不到了',
    why: '对方刚改过，或者只给自己联系的青年看。',
    now: '收起再打开，看看现在有哪些。',
  }),
  UNDO_TOO_LATE: ({ seconds }) => ({
    title: '撤销的时间过了',
    why: `建立联系之后 ${seconds} 秒内可以撤销。`,
    now: '想结束这份联系，青年可以在“记录与权利”里离开。',
  }),
  CORRECTION_OPEN: ({ dueOn }) => ({
    title: '这一项已经在等答复',
    why: '同一项一次只办一件。',
    now: `${wholeDay(dueOn)}之前会有答复，在“我的申请”里看。`,
  }),
  CORRECTION_SAME: () => ({
    title: '和现在的一样',
    why: '填的和记着的没有不同，不用更正。',
    now: '改成对的，再提交。',
  }),
  STILL_IN_POST: () => ({
    title: '职务还在，先不能注销',
    why: '团干部和管理员的记录跟着职务走，要等职务结束。',
    now: '请上一级团组织先办结束。只想不再被联系的话，用“撤回同意”。',
  }),
  CONCERN_TOO_LATE: ({ days }) => ({
    title: '这里反映不了了',
    why: `联系结束 ${days} 天以内可以在这里反映。`,
    now: '可以直接找当地的团组织说。',
  }),
  CONCERNS_TODAY: ({ perDay }) => ({
    title: '今天先到这里',
    why: `一天最多反映 ${perDay} 次，前面的都收到了。`,
    now: '还有要说的，明天再来。',
  }),
  ASK_NOT_FOUND: () => ({
    title: '这件事不用办了',
    why: '对方可能已经撤下，或者换了组织来答复。',
    now: '列表里是现在要办的。',
  }),
  ASK_ANSWERED: () => ({
    title: '已经有人答复了',
    why: '另一位管理员先答复了，以那一次为准。',
    now: '不用再做什么，办下一件就好。',
  }),
  TEXT_RISKY: ({ text }) => ({
    title: `${textWords[text]}没有通过`,
    why: '微信的内容检查没有放行这几个字，什么都没有保存。',
    now: text === 'name' ? '看看有没有打错。真名就是这样的话，跟当地的团组织说一声。' : '换一种写法，再试一次。',
  }),
  TEXT_CHANGED: () => ({
    title: '这段文字变了',
    why: '本人刚刚改写过，或者已经不由你们来看。',
    now: '列表里是现在等着看的。',
  }),
};

export const noNetwork: Sentence = {
  title: '没有连上',
  why: '网络不通，或者太慢。什么也没有丢。',
  now: '换个信号好的地方，再试一次。',
};

const unavailable: Sentence = {
  title: '暂时连不上服务',
  why: '数据都在，什么也没有丢。',
  now: '过一会儿再试一次。',
};

const badInput: Sentence = {
  title: '有一处填得不对',
  why: '内容没有保存。',
  now: '看看有没有多余的符号或太长的文字，改了再试。',
};

const fault = (requestId: string | null): Sentence => ({
  title: '我们这边出了问题',
  why: requestId ? `不是你的错。问起时请报这个编号：${requestId}` : '不是你的错。',
  now: '过一会儿再试一次。',
});

const isServerError = (error: unknown): error is ORPCError<string, unknown> => error instanceof ORPCError;

const isRefusalCode = (code: string): code is RefusalCode => code in say;

const requestIdIn = (data: unknown): string | null => {
  const id = (data as { requestId?: unknown } | null | undefined)?.requestId;
  return typeof id === 'string' ? id : null;
};

/** The server understood and said no; trying the same again would not help. */
export const isRefusal = (error: unknown): boolean => isServerError(error) && isRefusalCode(error.code);

export const isRefused = (error: unknown, code: RefusalCode): boolean => isServerError(error) && error.code === code;

/** The sentence for whatever an operation failed with; `instead` has other words for some refusals. */
export const sayError = (error: unknown, instead: Partial<typeof say> = {}): Sentence => {
  if (error instanceof Unreachable) return noNetwork;
  if (!isServerError(error)) return fault(null);
  const { code, data } = error;
  if (isRefusalCode(code)) return ((instead[code] ?? say[code]) as (data: unknown) => Sentence)(data);
  if (code === 'UNAVAILABLE') return unavailable;
  return code === 'BAD_REQUEST' ? badInput : fault(requestIdIn(data));
};
