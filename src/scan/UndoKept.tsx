import { useEffect, useState } from 'react';
import { Button } from '@/ui/Button';

const secondTapMs = 800;

/** It appears where the thumb that kept it still is: a second tap takes nothing back. */
const useSecondTapPassed = (): boolean => {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), secondTapMs);
    return () => clearTimeout(timer);
  }, []);
  return passed;
};

/** D8.1 Takes back what is only on the phone. */
export const UndoKept = ({ onUndo }: { onUndo: () => void }) => (
  <Button kind="quiet" id="undo" disabled={!useSecondTapPassed()} onPress={onUndo}>
    撤销
  </Button>
);
