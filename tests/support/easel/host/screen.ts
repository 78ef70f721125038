import type { AssociatedBackend, CodeSpace, Root } from 'glass-easel-miniprogram-adapter';
import type { OpenedPage, PageInstance, Screen } from '../../wx/pages';
import type { PageConfig } from './given';

interface Drawing {
  root: Root;
  element: HTMLElement;
  title: string;
}

interface Drawer {
  backend: AssociatedBackend;
  space: CodeSpace;
  config: Record<string, PageConfig>;
  /** Runs the page's module, so that it is registered. */
  define: (route: string) => void;
  /** A page sees its own styles only. */
  wear: (route: string) => void;
}

/** The bar with the title is drawn by the phone around the page. */
const bar = (): Element | null => window.parent.document.querySelector('#title');

export interface TitledScreen extends Screen {
  setTitle: (page: OpenedPage | undefined, title: string) => void;
}

/** Draws pages with glass-easel; only the one on top is seen. */
export function screenOf({ backend, space, config, define, wear }: Drawer): TitledScreen {
  const drawings = new Map<OpenedPage, Drawing>();
  const inFront = (page: OpenedPage, { title, element }: Drawing) => {
    element.hidden = false;
    wear(page.route);
    const text = bar();
    if (text) text.textContent = title;
  };

  return {
    draw(page) {
      define(page.route);
      const root = backend.createRoot('wx-page', space, page.route);
      const instance = root.get() as unknown as PageInstance;
      page.instance = instance;
      instance.route = page.route;
      const element = document.createElement('div');
      const drawing = { root, element, title: config[page.route]?.navigationBarTitleText ?? '' };
      drawings.set(page, drawing);
      inFront(page, drawing);
      instance.onLoad(page.query);
      const place = element.appendChild(document.createElement('i'));
      document.body.append(element);
      root.attach(element as never, place as never);
      instance.onShow?.();
      instance.onReady?.();
    },
    show(page) {
      const drawing = drawings.get(page);
      if (drawing) inFront(page, drawing);
    },
    hide(page) {
      const drawing = drawings.get(page);
      if (drawing) drawing.element.hidden = true;
    },
    remove(page) {
      drawings.get(page)?.root.release();
      drawings.get(page)?.element.remove();
      drawings.delete(page);
    },
    setTitle(page, title) {
      const drawing = page && drawings.get(page);
      if (!drawing) return;
      drawing.title = title;
      if (!drawing.element.hidden) inFront(page, drawing);
    },
  };
}
