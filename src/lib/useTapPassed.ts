import { useEffect, useState } from 'react';

const secondTapMs = 800;

/** Whether a second tap of who came here has passed: what takes back may appear where the thumb still is. */
export const useTapPassed = (): boolean => {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), secondTapMs);
    return () => clearTimeout(timer);
  }, []);
  return passed;
};
