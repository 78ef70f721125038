import { type RefObject, useEffect, useRef } from 'react';
import { useDidHide, useDidShow } from '@tarojs/taro';

const focus = (element: Element | null) => {
  if (element instanceof HTMLElement) element.focus({ preventScroll: true });
};

/**
 * In a browser: who comes to a page, or gets another content on it, is at its title; who comes back is where they left.
 * A focus that is on the page already stays, as on a tab that changes what stands above it.
 */
export const usePageFocus = (): RefObject<HTMLHeadingElement> => {
  const title = useRef<HTMLHeadingElement>(null);
  const left = useRef<Element | null>(null);

  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return;
    if (!title.current?.closest('.taro_page')?.contains(document.activeElement)) focus(title.current);
  }, []);
  useDidHide(() => {
    if (process.env.TARO_ENV === 'h5') left.current = document.activeElement;
  });
  useDidShow(() => {
    if (process.env.TARO_ENV === 'h5' && left.current) focus(left.current.isConnected ? left.current : title.current);
  });
  return title;
};
