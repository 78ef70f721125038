import { kept } from './kept';

const token = kept('session');

/** The session of the mini-program over HTTP. A browser's is a cookie that no script sees. */
export const session = { token: token.read, keep: token.write, forget: token.remove };
