import { say } from '@/lib/say';

/** What is said to somebody who tapped a card in a chat: there was no scan, and there is no next one. */
export const tappedWords: Partial<typeof say> = {
  NOT_A_YOUTH: () => ({
    title: '这张名片是给青年的',
    why: '你还没有登记为青年，团干部之间不用建立联系。',
    now: '可以转给想有团干部联系的青年。',
  }),
  CONTACT_SELF: () => ({
    title: '这是你自己的名片',
    why: '自己和自己不用建立联系。',
    now: '群里的青年点开它，就能让你联系。',
  }),
  CONTACT_ALREADY: (data) => ({ ...say.CONTACT_ALREADY(data), now: '不用再做什么，怎么找到对方看“联系我”。' }),
  CODE_FOREIGN: () => ({
    title: '这不是我们的名片',
    why: '这里只认从“到青年中去”发出的名片。',
    now: '请对方重新发一张。',
  }),
  CODE_UNKNOWN: () => ({
    title: '这张名片打不开了',
    why: '它可能已经换新，也可能没有发完整。',
    now: '请对方重新发一张。',
  }),
  PERSON_GONE: (data) => ({ ...say.PERSON_GONE(data), now: '不用再做什么。' }),
  HOLDER_NOT_CADRE: (data) => ({ ...say.HOLDER_NOT_CADRE(data), why: '名片还在，职务已经结束。' }),
  YOUTH_FULL: (data) =>
    data.scannedBy === 'youth'
      ? { ...say.YOUTH_FULL(data), now: '在“联系我”里离开一位，再点开这张名片。' }
      : say.YOUTH_FULL(data),
  MINOR_NEEDS_APPROVAL: (data) =>
    data.scannedBy === 'youth'
      ? { ...say.MINOR_NEEDS_APPROVAL(data), now: '请对方先去申请，之后再点开这张名片。' }
      : say.MINOR_NEEDS_APPROVAL(data),
  CADRE_BLOCKED: (data) =>
    data.scannedBy === 'youth'
      ? { ...say.CADRE_BLOCKED(data), now: '改了主意的话，在“我的记录与权利”里解除，再点开这张名片。' }
      : say.CADRE_BLOCKED(data),
};
