import { useEffect } from 'react';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);

/** In a browser the key / goes to the field of this id, on the page that is seen, unless one is typing. */
export const useSlashKey = (id: string): void => {
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return;
    const go = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      const fields = [...document.querySelectorAll<HTMLElement>(`#${id} input`)];
      const field = fields.find((each) => each.offsetParent !== null);
      if (!field) return;
      event.preventDefault();
      field.focus();
    };
    window.addEventListener('keydown', go);
    return () => window.removeEventListener('keydown', go);
  }, [id]);
};
