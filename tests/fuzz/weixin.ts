const LOGIN = 'login-of:';
export const loginCode = (openid: string): string => LOGIN + openid;
const openidOf = (code: string): string => code.slice(LOGIN.length);

function exchange(url: URL): Response {
  const code = url.searchParams.get('js_code') ?? '';
  const known = code.startsWith(LOGIN) && /^o[\w-]+$/.test(openidOf(code));
  return new Response(JSON.stringify(known ? { openid: openidOf(code) } : { errcode: 40029, errmsg: 'invalid code' }));
}

/** WeChat knows whose the codes are that `loginCode` made; everything else is asked of the laptop's. */
export function knowLoginCodes(): void {
  const ask = global.fetch;
  jest.spyOn(global, 'fetch').mockImplementation((input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    return url.pathname.endsWith('/sns/jscode2session') ? Promise.resolve(exchange(url)) : ask(input, init);
  });
}
