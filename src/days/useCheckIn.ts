import { useId, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Inputs } from '../../types/contract';
import { client } from '@/lib/client';
import { useQueued } from '@/lib/outbox/useQueued';

type Where = Inputs['grassrootsDay']['checkIn']['where'];

/** One check-in on its way: what it would do, and, kept on the phone first, its write. */
export const useCheckIn = (where: Where) => {
  const asking = useId();
  const [undone, setUndone] = useState(false);
  const preview = useQuery({
    queryKey: ['grassrootsDay.previewCheckIn', where, asking],
    queryFn: () => client.grassrootsDay.previewCheckIn({ where }),
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  });
  const { item, put, drop, retry } = useQueued('grassrootsDay.checkIn');
  return {
    preview,
    item,
    undone,
    checkIn: (about: string | null, late: boolean) => put({ where, location: null }, { about, late }),
    undo: () => void drop().then(setUndone),
    retry,
  };
};
