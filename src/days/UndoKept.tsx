import { useState } from 'react';
import { usePhoneSeconds } from '@/lib/clock';
import { Button } from '@/ui/Button';

/** D8.1 Takes back what is only on the phone. It appears where the thumb that kept it still is: a second tap takes nothing back. */
export const UndoKept = ({ onUndo }: { onUndo: () => void }) => {
  const now = usePhoneSeconds(true);
  const [since] = useState(now);
  return (
    <Button kind="quiet" id="undo" disabled={now - since < 2_000} onPress={onUndo}>
      撤销
    </Button>
  );
};
