import { useEffect, useState } from 'react';
import type { Box } from './mapView';

/** How large the element of an id is drawn, also when the window changes; null until that is known. */
export const useBox = (id: string): Box | null => {
  const [box, setBox] = useState<Box | null>(null);
  useEffect(() => {
    const element = [...document.querySelectorAll<HTMLElement>(`#${id}`)].find((each) => each.offsetParent !== null);
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      // On a page that lies beneath another nothing has a size.
      if (width > 0)
        setBox((before) => (before?.width === width && before.height === height ? before : { width, height }));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [id]);
  return box;
};
