const steps: Partial<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** In a browser the arrow keys go from one of several to the next, round and round, and choose it. */
export const onArrowKey = (event: KeyboardEvent): void => {
  const step = steps[event.key];
  if (!step || !(event.currentTarget instanceof Element)) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"], [role="radio"]')];
  const now = all.findIndex((one) => one === document.activeElement);
  const next = all[(now + step + all.length) % all.length];
  next?.focus();
  next?.click();
};
