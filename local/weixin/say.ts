import { randomBytes } from 'node:crypto';

const hex = (): string => randomBytes(4).toString('hex');

/** WeChat refuses with status 200 and a text that ends in the request's id. */
export const no = (errcode: number, text: string): object => ({
  errcode,
  errmsg: `${text}, rid: ${hex()}-${hex()}-${hex()}`,
});

export const yes = { errcode: 0, errmsg: 'ok' };
