import type { Page } from 'playwright-core';

/** What goes wrong on a screen when its letters are large: too wide, cut off, one over the other, under the foot. */
export const crampedOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const tolerance = 1;
    const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)].filter(seen);
    const told = (element: Element | null) =>
      `.${element?.className ?? ''} ${(element?.textContent ?? '').slice(0, 30)}`;

    const width = document.documentElement.clientWidth;
    const tooWide = all('body *').filter(
      (element) =>
        !element.closest('.chips-scroll, .spoken, [aria-hidden="true"]') &&
        element.getBoundingClientRect().right > width + tolerance,
    );

    /** The lines of text on the page, each with where it stands. */
    const lines = all('body *').flatMap((element) =>
      [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
        .flatMap((node) => {
          const range = document.createRange();
          range.selectNodeContents(node);
          return [...range.getClientRects()].map((box) => ({ element, box }));
        }),
    );

    const cutOff = lines.filter(({ element, box }) => {
      const control = element.closest('[role="button"], [role="link"], [role="tab"], [role="radio"], .badge, .card');
      const around = control?.getBoundingClientRect();
      if (!around || element.closest('.cut, .spoken, .chips-scroll')) return false;
      return (
        box.left < around.left - tolerance ||
        box.right > around.right + tolerance ||
        box.top < around.top - tolerance ||
        box.bottom > around.bottom + tolerance
      );
    });

    /** The middle of a line, where its letters are; a font's own box reaches further. */
    const middle = ({ top, bottom }: DOMRect) => ({
      from: top + (bottom - top) * 0.3,
      to: bottom - (bottom - top) * 0.3,
    });
    const layerOf = (element: Element) => element.closest('.sheet, .foot, .tabbar, .toast, .nav, .page');
    const meet = (one: DOMRect, other: DOMRect) => {
      const [a, b] = [middle(one), middle(other)];
      return one.left < other.right - 2 && other.left < one.right - 2 && a.from < b.to && b.from < a.to;
    };
    const legible = lines.filter(({ element }) => !element.closest('.spoken'));
    const overlapping = legible.flatMap((one, place) =>
      legible
        .slice(place + 1)
        .filter((other) => one.element !== other.element && layerOf(one.element) === layerOf(other.element))
        .filter((other) => meet(one.box, other.box))
        .map((other) => `${told(one.element)} and ${told(other.element)}`),
    );

    const hidden =
      all('.sheet').length > 0
        ? []
        : all('.foot .btn, .tab').filter((button) => {
            const { left, top, width, height } = button.getBoundingClientRect();
            const found = document.elementFromPoint(left + width / 2, top + height / 2);
            return !found || !button.contains(found);
          });

    return [
      ...(getComputedStyle(document.body).fontSize === '32px' ? [] : ['the letters have not grown']),
      ...tooWide.map((element) => `too wide: ${told(element)}`),
      ...cutOff.map(({ element }) => `cut off: ${told(element)}`),
      ...overlapping.map((both) => `over one another: ${both}`),
      ...hidden.map((element) => `not to be pressed: ${told(element)}`),
    ];
  });

/** Whether the end of a page can be read above what is fixed at the lower edge. */
export const endOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('.page')].find((one) => one.checkVisibility());
    const scroller = [shown, ...ancestorsOf(shown)].find((one) => one && one.scrollHeight > one.clientHeight + 1);
    scroller?.scrollTo(0, scroller.scrollHeight);
    const bars = [...document.querySelectorAll('.foot, .tabbar')].filter(
      (bar) => bar.checkVisibility() && bar.getBoundingClientRect().top > window.innerHeight / 2,
    );
    const edge = Math.min(window.innerHeight, ...bars.map((bar) => bar.getBoundingClientRect().top));
    const last = [...(shown?.children ?? [])].filter((child) => !child.matches('.foot, .toast, .sheet, .scrim')).at(-1);
    const end = last?.getBoundingClientRect().bottom ?? 0;
    scroller?.scrollTo(0, 0);
    return end > edge + 1 ? [`under the foot by ${Math.round(end - edge)} px`] : [];

    function ancestorsOf(element: HTMLElement | undefined): HTMLElement[] {
      return element?.parentElement ? [element.parentElement, ...ancestorsOf(element.parentElement)] : [];
    }
  });
