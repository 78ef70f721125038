const LOGIN = 'login-of:';
export const loginCode = (openid: string): string => LOGIN + openid;
const openidOf = (code: string): string => code.slice(LOGIN.length);

/** WeChat, as far as it is asked: it knows whose the codes are that `loginCode` made. */
export function weixin(url: string): Response {
  const code = new URL(url).searchParams.get('js_code') ?? '';
  const known = code.startsWith(LOGIN) && /^o[\w-]+$/.test(openidOf(code));
  return new Response(JSON.stringify(known ? { openid: openidOf(code) } : { errcode: 40029, errmsg: 'invalid code' }));
}
