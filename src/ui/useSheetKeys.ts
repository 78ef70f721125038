import { type RefObject, useEffect, useRef } from 'react';

const reachable = (sheet: HTMLElement): HTMLElement[] =>
  [...sheet.querySelectorAll<HTMLElement>('[tabindex="0"], input, select')].filter(
    (one) => one.offsetParent !== null && getComputedStyle(one).visibility === 'visible',
  );

/** From the last one on to the first, from the first one back to the last. */
const keepWithin = (sheet: HTMLElement, event: KeyboardEvent): void => {
  const all = reachable(sheet);
  const [from, to] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]];
  const now = document.activeElement;
  const inside = now !== sheet && sheet.contains(now);
  if (inside && now !== from) return;
  event.preventDefault();
  to?.focus();
};

/**
 * In a browser: the focus goes into the sheet when it opens or says something else, Tab does not leave it, Escape
 * closes it, and the focus returns to where it was.
 */
export const useSheetKeys = (label: string, onClose: () => void): RefObject<HTMLElement> => {
  const sheet = useRef<HTMLElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });

  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined;
    const before = document.activeElement;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current();
      if (event.key === 'Tab' && sheet.current) keepWithin(sheet.current, event);
    };
    // Before the fields inside: Taro's keep their keys to themselves.
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('keydown', onKey, true);
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  useEffect(() => {
    if (process.env.TARO_ENV === 'h5') sheet.current?.focus();
  }, [label]);
  return sheet;
};
