import { useRef } from 'react';

/** So many px are still a tap. */
const still = 8;

interface Point {
  clientX: number;
  clientY: number;
}

interface Hand {
  x: number;
  y: number;
  drags: boolean;
}

/** A touch event of either platform. */
const touchOf = (event: object): Point | undefined => (event as { touches: ArrayLike<Point> }).touches[0];

/** The part that `handlers` are on is moved by a finger, in a browser by a mouse too. */
export const useDrag = (onDrag: (right: number, down: number) => void) => {
  const hand = useRef<Hand | null>(null);
  const dragged = useRef(false);
  const take = (at: Point | undefined) => {
    hand.current = at ? { x: at.clientX, y: at.clientY, drags: false } : null;
  };
  const move = (at: Point | undefined) => {
    const from = hand.current;
    if (!at || !from) return;
    const [right, down] = [at.clientX - from.x, at.clientY - from.y];
    if (!from.drags && Math.hypot(right, down) < still) return;
    hand.current = { x: at.clientX, y: at.clientY, drags: true };
    onDrag(right, down);
  };
  const drop = () => {
    dragged.current = hand.current?.drags ?? false;
    hand.current = null;
    // A browser presses what the mouse was let go over, at once.
    setTimeout(() => (dragged.current = false), 0);
  };
  return {
    /** Whether a press is only the end of a movement. */
    wasDragged: () => dragged.current,
    handlers: {
      onTouchStart: (event: object) => take(touchOf(event)),
      onTouchMove: (event: object) => move(touchOf(event)),
      onTouchEnd: drop,
      onTouchCancel: drop,
      onMouseDown: (event: MouseEvent) => take(event.button === 0 ? event : undefined),
      onMouseMove: (event: MouseEvent) => (event.buttons === 1 ? move(event) : drop()),
      onMouseUp: drop,
      onMouseLeave: drop,
    },
  };
};
