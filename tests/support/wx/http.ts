import { standIn } from '../stand-in';
import { post, type Replied } from './door';

interface Request {
  url: string;
  data: object;
  header: Record<string, string>;
}

/** What a mini-program needs of `wx` that goes through the HTTP door: WeChat's sign-in, and requests. */
export const httpApis = (openid: string) => ({
  async login(): Promise<{ code: string }> {
    const { data } = await post({ url: `${standIn().url}/local/weixin/login-code`, data: { openid } });
    return data as { code: string };
  },
  request: (asked: Request): Promise<Replied> => post(asked),
});
