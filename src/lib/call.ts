import Taro from '@tarojs/taro';
import type { ORPCErrorJSON } from '@orpc/client';
import type { OperationName } from '../../types/contract';
import { network } from './network';
import { session } from './session';

export type Answer = { ok: true; output: unknown } | { ok: false; error: ORPCErrorJSON<string, unknown> };

/** No answer came, or none that can be read: no network, too slow, something else in between. */
export class Unreachable extends Error {
  override name = 'Unreachable';
}

const timeLimit = 15_000;

const isAnswer = (body: unknown): body is Answer =>
  typeof body === 'object' && body !== null && typeof (body as { ok?: unknown }).ok === 'boolean';

const within = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_resolve, reject) => {
      setTimeout(() => reject(new Unreachable('too slow')), timeLimit);
    }),
  ]);

const throughWeChat = async (op: OperationName, input: unknown, sender: string | null): Promise<unknown> => {
  const { result } = await Taro.cloud.callFunction({ name: 'api', data: { op, input, sender } });
  return result;
};

const throughHttp = async (op: OperationName, input: unknown, sender: string | null): Promise<unknown> => {
  const token = session.token();
  const { data } = await Taro.request<unknown>({
    url: `${process.env.TARO_APP_API}/${op.replace('.', '/')}`,
    method: 'POST',
    data: input as object,
    dataType: 'json',
    header: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(sender && { 'x-sender': sender }),
    },
    timeout: timeLimit,
    credentials: 'same-origin',
  });
  return data;
};

const door = process.env.TARO_APP_DOOR === 'wx' ? throughWeChat : throughHttp;

/**
 * Takes one operation through the door that this build was made for. With a `sender`, the server does it only for that
 * person.
 */
export const call = async (op: OperationName, input: unknown, sender: string | null = null): Promise<Answer> => {
  try {
    const body = await within(door(op, input, sender));
    if (!isAnswer(body)) throw new Unreachable(op);
    network.set(true);
    return body;
  } catch (cause) {
    network.set(false);
    throw cause instanceof Unreachable ? cause : new Unreachable(op, { cause });
  }
};
