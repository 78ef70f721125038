import { useEffect, useState } from 'react';
import { ownBox, useItems } from '@/lib/outbox';
import type { Item } from '@/lib/outbox/item';
import { newRequestId } from '@/lib/requestId';
import { tell } from '@/lib/tell';

interface Registering {
  /** The write of this scan, once there is one. */
  item: Item | null;
  undone: boolean;
  register: (how: Pick<Item, 'about' | 'late'>) => void;
  /** Takes it out before it has left the phone. */
  undo: () => void;
  retry: () => void;
}

/** One scan on its way to a contact: kept on the phone first, then sent, by whatever network there is. */
export const useRegistering = (text: string): Registering => {
  const [requestId, setRequestId] = useState<string | null>(null);
  const [undone, setUndone] = useState(false);
  const items = useItems();

  // What this sheet has told is not told again elsewhere; what it has not is.
  useEffect(
    () => () => {
      if (requestId) void ownBox()?.leave(requestId);
    },
    [requestId],
  );

  const register = async ({ about, late }: Pick<Item, 'about' | 'late'>): Promise<void> => {
    const box = ownBox();
    if (!box) return tell('还不知道你是谁，回到首页再试一次');
    const made = { op: 'contact.register' as const, input: { text }, about, late, madeAt: Date.now() };
    setRequestId(await box.put({ ...made, requestId: await newRequestId() }));
    await box.flush();
  };
  return {
    item: items.find((each) => each.requestId === requestId) ?? null,
    undone,
    register: (how) => void register(how),
    undo: () => void (requestId && ownBox()?.drop(requestId).then(setUndone)),
    retry: () => void (requestId && ownBox()?.retry(requestId)),
  };
};
