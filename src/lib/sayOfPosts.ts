import { wholeDay } from './day';
import type { Say } from './say';

type OfPosts = Pick<
  Say,
  | 'ORG_NOT_FOUND'
  | 'ORG_NAME_TAKEN'
  | 'LEVEL_NOT_BELOW'
  | 'INVITATION_UNKNOWN'
  | 'INVITATION_EXPIRED'
  | 'INVITATION_USED'
  | 'INVITATION_REVOKED'
  | 'NAME_NEEDED'
  | 'POST_ALREADY'
  | 'POST_ENDED'
  | 'POST_NOT_ENDING'
  | 'SUCCESSOR_NOT_THERE'
  | 'DAY_OUT_OF_RANGE'
  | 'APPLICATION_OPEN'
  | 'APPLICATION_ANSWERED'
  | 'ADMINISTRATOR_ALREADY'
  | 'LAST_ADMINISTRATOR'
  | 'OWN_APPROVAL'
  | 'MINORS_APPROVED_ALREADY'
  | 'MINORS_NOT_APPROVED'
>;

/** What is said about posts, invitations, administrators and the tree. */
export const sayOfPosts: OfPosts = {
  ORG_NOT_FOUND: () => ({
    title: '没有找到这个组织',
    why: '它可能刚刚改了名字。',
    now: '再搜一次，从结果里选。',
  }),
  ORG_NAME_TAKEN: () => ({
    title: '这个名字有了',
    why: '同一个组织下面，名称和简称都不能相同。',
    now: '看看是不是已经建过，或者换个名字。',
  }),
  LEVEL_NOT_BELOW: () => ({
    title: '这一级建不在这里',
    why: '新组织要正好在它的下一级。',
    now: '换一个级别，或者到它该在的上级去建。',
  }),
  INVITATION_UNKNOWN: () => ({
    title: '没有认出这份邀请',
    why: '链接可能不完整，或者换了新的。',
    now: '请发邀请的人再发一次。',
  }),
  INVITATION_EXPIRED: () => ({
    title: '这份邀请过期了',
    why: '邀请过了有效期就不能再用。',
    now: '请发邀请的人换一个新链接。',
  }),
  INVITATION_USED: () => ({
    title: '这份邀请用过了',
    why: '一份邀请只能认领一次。',
    now: '是你认领的，回首页就能看到；不是的话，请告诉发邀请的人。',
  }),
  INVITATION_REVOKED: () => ({
    title: '这份邀请收回了',
    why: '管理员收回了它，或者换了新的链接。',
    now: '请发邀请的人把新的发给你。',
  }),
  NAME_NEEDED: () => ({
    title: '还差姓名',
    why: '这份邀请没有写是谁。',
    now: '写上真实姓名，再认领。',
  }),
  POST_ALREADY: ({ whose }) =>
    whose === 'own'
      ? {
          title: '你已经有职务了',
          why: '一名团干部同一时间只在一个团组织任职。',
          now: '要调动的话，请管理员先结束现在的职务，再来认领。',
        }
      : {
          title: '对方已经有职务了',
          why: '一名团干部同一时间只在一个团组织任职。',
          now: '要调动的话，请对方现在的管理员先结束那个职务。',
        },
  POST_ENDED: () => ({
    title: '这个职务已经结束',
    why: '结束了的职务只留在记录里。',
    now: '要重新任命，就发一份新的邀请。',
  }),
  POST_NOT_ENDING: () => ({
    title: '现在不用定接任的人',
    why: '这个职务还没有定下结束的日子，或者结束已经太久。',
    now: '先定哪一天结束，再来选。',
  }),
  SUCCESSOR_NOT_THERE: () => ({
    title: '这一位接不了',
    why: '接任的人，是同一个团组织现在的另一名团干部。',
    now: '从名单里另选一位。',
  }),
  DAY_OUT_OF_RANGE: ({ from, until }) => ({
    title: '日子不对',
    why: until ? `可以选${wholeDay(from)}到${wholeDay(until)}。` : `最早可以选${wholeDay(from)}。`,
    now: '换一天再试。',
  }),
  APPLICATION_OPEN: () => ({
    title: '你有一份申请在等答复',
    why: '一个人同时只有一份。',
    now: '等管理员答复，或者先撤回它。',
  }),
  APPLICATION_ANSWERED: () => ({
    title: '这份申请已经办完了',
    why: '可能别的管理员刚刚答复，也可能对方撤回了。',
    now: '不用再做什么。',
  }),
  ADMINISTRATOR_ALREADY: () => ({
    title: '已经是这里的管理员',
    why: '同一个组织，同一个人设一次就够。',
    now: '不用再做什么。',
  }),
  LAST_ADMINISTRATOR: () => ({
    title: '全省只剩这一名管理员',
    why: '没有了管理员，谁也没法再设。',
    now: '先设另一名，再来结束这一名。',
  }),
  OWN_APPROVAL: () => ({
    title: '自己不能同意自己',
    why: '联系未成年人，要由另一名管理员同意。',
    now: '请同级或上级的管理员来办。',
  }),
  MINORS_APPROVED_ALREADY: () => ({
    title: '这段日子已经同意过了',
    why: '同意一次就管用，不用重复。',
    now: '要改日子的话，先结束原来的。',
  }),
  MINORS_NOT_APPROVED: () => ({
    title: '现在没有这项同意',
    why: '可能刚刚结束。',
    now: '不用再做什么。',
  }),
};
