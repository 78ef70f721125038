import { kept } from './kept';

const token = kept('session');

/** The session of the mini-program over HTTP. A browser's is a cookie that no script sees. */
export const session = { token: token.read, keep: token.write, forget: token.remove };

/** Keeps what an operation answers with by which somebody has become a person. */
export const keepSession = ({ token }: { token: string | null }): void => {
  if (token && process.env.TARO_ENV === 'weapp') session.keep(token);
};
