/** What stands on a printed code, whether a browser prints it or WeChat draws it. */
export const posterWords = {
  lead: '团干部到基层，扫这里',
  how: '打开微信里的“到青年中去”，扫一扫',
  what: '扫这张先记下，联系人或管理员确认后算数。',
  live: '有人在，就扫手机上的现场码，当场算数。',
};
