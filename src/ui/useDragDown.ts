import { useRef, useState } from 'react';

/** How far down, in px, is meant as pushing away. */
const far = 80;

/** A touch event of either platform. */
interface Touched {
  touches: ArrayLike<{ clientY: number }>;
}

/** The part that `handlers` are on follows the finger downwards by `down`, and is pushed away when let go far enough. */
export const useDragDown = (onPushedAway: () => void) => {
  const start = useRef(0);
  const [down, setDown] = useState(0);
  const yOf = (event: object) => (event as Touched).touches[0]?.clientY ?? start.current;
  return {
    down,
    handlers: {
      onTouchStart: (event: object) => {
        start.current = yOf(event);
      },
      onTouchMove: (event: object) => setDown(Math.max(0, yOf(event) - start.current)),
      onTouchEnd: () => {
        setDown(0);
        if (down >= far) onPushedAway();
      },
      onTouchCancel: () => setDown(0),
    },
  };
};
