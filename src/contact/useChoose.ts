import { useRef } from 'react';
import { client } from '@/lib/client';
import { shortName } from '@/lib/cut';
import { contactsChanged } from '@/lib/queries';
import type { say } from '@/lib/say';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';

interface Follower {
  cadreId: string;
  name: string;
}

/** What is said here instead of the usual: nobody has left. */
export const choiceRefused: Partial<typeof say> = {
  CONTACT_ENDED: () => ({
    title: '这里不用再选了',
    why: '你已经选过，或者留着的时间到了。',
    now: '想让谁联系你，可以扫对方的名片码。',
  }),
};

/** C11 A youth's choice of who follows in a contact. */
export const useChoose = (contactId: string, onChosen?: () => void) => {
  const name = useRef('');
  const choose = useWrite(client.contact.choose, () => {
    void contactsChanged();
    void tell(`${shortName(name.current)}接着联系你`);
    onChosen?.();
  });
  const follow = (follower: Follower): void => {
    name.current = follower.name;
    choose.mutate({ contactId, cadreId: follower.cadreId });
  };
  return { follow, error: choose.error, isPending: choose.isPending };
};
