import { useEffect, useRef } from 'react';
import Taro from '@tarojs/taro';

const control = 'select[aria-invalid="true"], input, [role="radio"][tabindex="0"]';

const goToPart = (id: string): void => {
  if (process.env.TARO_ENV !== 'h5') {
    void Taro.pageScrollTo({ selector: `#${id}-part`, offsetTop: -16 });
    return;
  }
  // Taro's fields say what is wrong with them a frame later.
  requestAnimationFrame(() => document.getElementById(`${id}-part`)?.querySelector<HTMLElement>(control)?.focus());
};

/**
 * After a try, and after the answer to it, to the first part of the form that has a problem: with the focus in a
 * browser, with the view in the mini-program. `id` is the part's, undefined when nothing is wrong.
 */
export const useGoToProblem = (id: string | undefined, tries: number, answer: unknown): void => {
  const first = useRef(id);
  useEffect(() => {
    first.current = id;
  });
  useEffect(() => {
    if (first.current) goToPart(first.current);
  }, [tries, answer]);
};
