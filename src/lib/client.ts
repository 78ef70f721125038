import Taro from '@tarojs/taro';
import { createORPCClient, createORPCErrorFromJson } from '@orpc/client';
import type { Client, OperationName, Outputs } from '../../types/contract';
import { type Answer, call } from './call';
import { person } from './person';
import { session } from './session';

/** A browser's session is a cookie, and WeChat's cloud knows the caller by itself. */
const signsInByItself = process.env.TARO_ENV === 'weapp' && process.env.TARO_APP_DOOR === 'http';

const openAnswer = (answer: Answer): unknown => {
  if (answer.ok) return answer.output;
  throw createORPCErrorFromJson(answer.error);
};

let signingIn: Promise<void> | null = null;

/** Calls that find themselves signed out together sign in once. */
const signInOnce = () => {
  signingIn ??= Taro.login()
    .then(async ({ code }) => openAnswer(await call('org.signIn', { code })) as Outputs['org']['signIn'])
    .then(({ token }) => session.keep(token))
    .finally(() => {
      signingIn = null;
    });
  return signingIn;
};

const isSignedOut = (answer: Answer) => !answer.ok && answer.error.code === 'NOT_SIGNED_IN';

/** The one question that is anybody's. */
const asksWho = (op: OperationName): boolean => op === 'org.me';

/** All else is asked and done for whom this phone knows, and for nobody who has signed in elsewhere meanwhile. */
export const client: Client = createORPCClient({
  call: async (path, input, { context }) => {
    const op = path.join('.') as OperationName;
    const sender = asksWho(op) ? null : (context.sender ?? person.get());
    const token = session.token();
    const answer = await call(op, input, sender);
    if (!signsInByItself || !isSignedOut(answer)) return openAnswer(answer);
    // Another call may have signed in while this one was under way.
    if (session.token() === token) await signInOnce();
    return openAnswer(await call(op, input, sender));
  },
});
