import { useEffect, useState } from 'react';
import { newRequestId } from '../requestId';
import { tell } from '../tell';
import { ownBox, useItems } from './index';
import { isOf, type Item, type Queued, type QueuedOperation } from './item';

type How = Pick<Item, 'about' | 'people' | 'late'>;

interface Writing<Op extends QueuedOperation> {
  /** The write of this screen, once there is one. */
  item: Item<Op> | null;
  put: (input: Queued[Op]['input'], how: How) => void;
  /** Takes it out before it has left the phone; false when it may have left. */
  drop: () => Promise<boolean>;
  retry: () => void;
}

/** One write of a screen: kept on the phone first, then sent, by whatever network there is. */
export const useQueued = <Op extends QueuedOperation>(op: Op): Writing<Op> => {
  const [requestId, setRequestId] = useState<string | null>(null);
  const items = useItems();

  // What this screen has told is not told again elsewhere; what it has not is.
  useEffect(
    () => () => {
      if (requestId) void ownBox()?.leave(requestId);
    },
    [requestId],
  );

  const put = async (input: Queued[Op]['input'], how: How): Promise<void> => {
    const box = ownBox();
    if (!box) return tell('还不知道你是谁，回到首页再试一次');
    setRequestId(await box.put({ ...how, op, input, madeAt: Date.now(), requestId: await newRequestId() }));
    await box.flush();
  };
  const found = items.find((each) => each.requestId === requestId);
  return {
    item: found && isOf(found, op) ? found : null,
    put: (input, how) => void put(input, how),
    drop: async () => (requestId && (await ownBox()?.drop(requestId))) || false,
    retry: () => void (requestId && ownBox()?.retry(requestId)),
  };
};
