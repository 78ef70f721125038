/** A value that screens look at together and that changes outside of them; for `useSyncExternalStore`. */
export const makeObservable = <Value>(first: () => Value) => {
  let held: { value: Value } | null = null;
  const listeners = new Set<() => void>();
  const get = (): Value => (held ??= { value: first() }).value;
  return {
    get,
    set(value: Value): void {
      if (value === get()) return;
      held = { value };
      listeners.forEach((listener) => listener());
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};
