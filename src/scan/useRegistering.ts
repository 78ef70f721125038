import { useState } from 'react';
import type { Item } from '@/lib/outbox/item';
import { useQueued } from '@/lib/outbox/useQueued';

interface Registering {
  /** The write of this scan, once there is one. */
  item: Item<'contact.register'> | null;
  undone: boolean;
  register: (how: Pick<Item, 'about' | 'late'>) => void;
  /** Takes it out before it has left the phone. */
  undo: () => void;
  retry: () => void;
}

/** One scan on its way to a contact. */
export const useRegistering = (text: string): Registering => {
  const { item, put, drop, retry } = useQueued('contact.register');
  const [undone, setUndone] = useState(false);
  return { item, undone, register: (how) => put({ text }, how), undo: () => void drop().then(setUndone), retry };
};
