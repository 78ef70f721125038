import { useEffect, useRef } from 'react';

/**
 * In a browser: the focus goes into the sheet when it opens or says something else, Escape closes it, and the focus
 * returns to where it was.
 */
export const useSheetKeys = (label: string, onClose: () => void): void => {
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });

  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined;
    const before = document.activeElement;
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') close.current();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  useEffect(() => {
    if (process.env.TARO_ENV === 'h5') document.querySelector<HTMLElement>('.sheet')?.focus();
  }, [label]);
};
