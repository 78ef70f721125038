import { policy } from '../../config/policy';
import type { Say } from './say';

const { signIn } = policy;

type OfAccounts = Pick<
  Say,
  | 'SIGN_IN_EXPIRED'
  | 'SIGN_IN_ANSWERED'
  | 'SIGN_IN_REFUSED'
  | 'DEVICE_NOT_FOUND'
  | 'BINDING_NOT_NEEDED'
  | 'BINDING_WAITS'
  | 'BINDING_NOT_WAITING'
  | 'BINDING_NOT_FOUND'
  | 'BINDING_ANSWERED'
  | 'BINDING_OTHER_PERSON'
  | 'BINDING_ASKER_KNOWN'
>;

/** What is said about signing in on another device, and about finding oneself again (C7). */
export const sayOfAccounts: OfAccounts = {
  SIGN_IN_EXPIRED: () => ({
    title: '这个码过期了',
    why: `登录的码 ${signIn.seconds} 秒内有效，只用一次。`,
    now: '在电脑上换一个，再扫一次。',
  }),
  SIGN_IN_ANSWERED: () => ({
    title: '这个码已经用过了',
    why: '登录的码只用一次，刚才已经有人答复过。',
    now: '还想登录的话，在电脑上换一个，再扫一次。',
  }),
  SIGN_IN_REFUSED: () => ({
    title: '手机上没有同意',
    why: '扫码的人选了不登录，这里什么也看不到。',
    now: '是你自己要登录的话，换一个码再扫。',
  }),
  DEVICE_NOT_FOUND: () => ({
    title: '那里已经退出了',
    why: '它自己退出了，或者太久没用。',
    now: '列表里是现在还登录着的。',
  }),
  BINDING_NOT_NEEDED: () => ({
    title: '你已经在这里了',
    why: '这个微信已经是一个人的，两个人不会并成一个。',
    now: '回到首页就好。',
  }),
  BINDING_WAITS: () => ({
    title: '你的申请还在办',
    why: '一次只办一份，免得办重。',
    now: '答复了会写在首页。',
  }),
  BINDING_NOT_WAITING: () => ({
    title: '这份申请没有在等了',
    why: '团组织刚刚答复了，或者你已经撤回。',
    now: '现在的情况写在这里。',
  }),
  BINDING_NOT_FOUND: () => ({
    title: '找不到这份申请',
    why: '它可能不归你管。',
    now: '回到“要办的事”，那里是现在等着的。',
  }),
  BINDING_ANSWERED: () => ({
    title: '这份申请已经办好了',
    why: '另一位管理员先答复了。',
    now: '不用再做什么。',
  }),
  BINDING_OTHER_PERSON: () => ({
    title: '这一位现在不能选',
    why: '名字、职务或联系刚刚变过，你的范围里不再有这样一位。',
    now: '看看现在的名单，再选一次。',
  }),
  BINDING_ASKER_KNOWN: () => ({
    title: '对方已经重新登记了',
    why: '那个微信已经是另一个人的，两个人不会并成一个。',
    now: '不用找回了，写明原因答复就好。',
  }),
};
