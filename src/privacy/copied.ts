import type { Outputs } from '../../types/contract';
import type { Copied } from '../../types/privacy';
import { client } from '@/lib/client';

export type Copy = Copied & { at: string };

const lists = ['holders', 'held', 'looks', 'logs', 'wrote', 'days', 'corrections', 'concerns'] as const;

const joined = (copy: Copy, more: Outputs['privacy']['copy']): Copy => ({
  ...copy,
  ...(Object.fromEntries(lists.map((list) => [list, [...copy[list], ...more[list]]])) as Pick<
    Copied,
    (typeof lists)[number]
  >),
});

/** D9.4 Everything that is held on me, put together from its parts. */
export const wholeCopy = async (): Promise<Copy> => {
  const { next: first, ...beginning } = await client.privacy.copy({});
  let copy: Copy = beginning;
  for (let cursor = first; cursor;) {
    const more = await client.privacy.copy({ cursor });
    copy = joined(copy, more);
    cursor = more.next;
  }
  return copy;
};
