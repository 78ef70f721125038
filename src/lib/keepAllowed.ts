import type { MessageKind } from '../../types/words';
import { client } from './client';
import { newRequestId } from './requestId';

/** Keeps an acceptance in WeChat’s window. Nothing is said of it when it fails: a message less is no harm. */
export const keepAllowed = async (kind: MessageKind, accepted: Promise<boolean>): Promise<boolean> => {
  try {
    if (!(await accepted)) return false;
    // Before the call: waited for inside of it, the compiled program would look for the operation’s own `call`.
    const requestId = await newRequestId();
    await client.account.allowMessage({ kind, requestId });
    return true;
  } catch {
    return false;
  }
};
