import { useId, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Inputs } from '../../types/contract';
import { client } from '@/lib/client';
import { canLocate, locate } from '@/lib/locate';
import { useQueued } from '@/lib/outbox/useQueued';

type Where = Inputs['grassrootsDay']['checkIn']['where'];

/** One check-in on its way: what it would do, and, kept on the phone first, its write. */
export const useCheckIn = (where: Where) => {
  const asking = useId();
  const [undone, setUndone] = useState(false);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const [locating, setLocating] = useState(false);
  const preview = useQuery({
    queryKey: ['grassrootsDay.previewCheckIn', where, asking],
    queryFn: () => client.grassrootsDay.previewCheckIn({ where }),
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  });
  const { item, put, drop, retry } = useQueued('grassrootsDay.checkIn');
  const located = chosen ?? preview.data?.location ?? null;
  const checkIn = async (about: string | null, late: boolean) => {
    setLocating(true);
    const location = canLocate && located === true && !late ? await locate() : null;
    setLocating(false);
    put({ where, location }, { about, late });
  };
  return {
    preview,
    item,
    undone,
    busy: locating || item !== null,
    located,
    chooseLocation: setChosen,
    checkIn: (about: string | null, late: boolean) => void checkIn(about, late),
    undo: () => void drop().then(setUndone),
    retry,
  };
};
