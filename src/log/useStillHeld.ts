import { useQuery } from '@tanstack/react-query';
import { client } from '@/lib/client';
import type { Whom } from '@/lib/handedOver';
import { saysOneHasLeft, type Item } from '@/lib/outbox/item';

/** Which of these one holds still: the list is read on until the last of them is found. */
const heldAmong = async (contactIds: string[]): Promise<string[]> => {
  const held: string[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await client.contact.list(cursor ? { cursor } : {});
    held.push(...items.flatMap(({ contactId }) => (contactIds.includes(contactId) ? [contactId] : [])));
    cursor = next ?? undefined;
  } while (cursor && held.length < contactIds.length);
  return held;
};

/** D9.5 A log that was refused because one has left goes on without that one. */
export const useStillHeld = (refused: Item | null, people: Whom[]): { people: Whom[]; gone: Whom[] } => {
  const { data: held } = useQuery({
    queryKey: ['contactLog.heldAmong', refused?.requestId],
    queryFn: () => heldAmong(people.map(({ contactId }) => contactId)),
    enabled: refused?.error !== undefined && saysOneHasLeft(refused.error) && people.length > 0,
    staleTime: Infinity,
    gcTime: 0,
  });
  const isHeld = ({ contactId }: Whom) => !held || held.includes(contactId);
  return { people: people.filter(isHeld), gone: people.filter((one) => !isHeld(one)) };
};
