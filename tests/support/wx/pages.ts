/** Sharing begins at a button of the page, or in WeChat's own menu. */
export type SharedFrom = 'button' | 'menu';

export interface Share {
  title: string;
  path: string;
  imageUrl: string;
}

/** What a mini-program's page is to WeChat. */
export interface PageInstance {
  route?: string;
  onLoad: (query: Record<string, string>) => void;
  onShow?: () => void;
  onReady?: () => void;
  onHide?: () => void;
  onUnload?: () => void;
  onShareAppMessage?: (options: { from: SharedFrom }) => Share;
}

/** What `App` is given. */
export interface AppInstance {
  onLaunch: (options: object) => void;
  onShow?: (options: object) => void;
}

export interface OpenedPage {
  route: string;
  query: Record<string, string>;
  /** There from `onLoad` on. */
  instance?: PageInstance;
}

/** Where pages are drawn. */
export interface Screen {
  /** Makes the page, and takes it through `onLoad`, `onShow` and `onReady`. */
  draw: (page: OpenedPage) => void;
  show?: (page: OpenedPage) => void;
  hide?: (page: OpenedPage) => void;
  remove: (page: OpenedPage) => void;
}

export interface Pages {
  top: () => OpenedPage | undefined;
  instances: () => (PageInstance | undefined)[];
  open: (url: string) => void;
  back: (pages: number) => void;
  replace: (url: string) => void;
  relaunch: (url: string) => void;
  closeAll: () => void;
}

/** A page's route and its query, as the page gets it: not decoded. */
export function parseUrl(url: string): Pick<OpenedPage, 'route' | 'query'> {
  const [route = '', query = ''] = url.replace(/^\//, '').split('?');
  const pairs = query
    .split('&')
    .filter(Boolean)
    .map((pair) => pair.split('='));
  return { route, query: Object.fromEntries(pairs) as Record<string, string> };
}

/** The pages of a mini-program, one upon the other. */
export function pagesOn(screen: Screen): Pages {
  const stack: OpenedPage[] = [];

  function close(): void {
    const page = stack.pop();
    if (!page) return;
    page.instance?.onUnload?.();
    screen.remove(page);
  }
  const closeAll = () => {
    while (stack.length > 0) close();
  };
  function draw(url: string): void {
    const page: OpenedPage = parseUrl(url);
    stack.push(page);
    screen.draw(page);
  }

  return {
    top: () => stack.at(-1),
    instances: () => stack.map(({ instance }) => instance),
    open(url) {
      const below = stack.at(-1);
      below?.instance?.onHide?.();
      if (below) screen.hide?.(below);
      draw(url);
    },
    back(pages) {
      for (let count = Math.min(pages, stack.length - 1); count > 0; count -= 1) close();
      const page = stack.at(-1);
      if (!page) return;
      screen.show?.(page);
      page.instance?.onShow?.();
    },
    replace(url) {
      close();
      draw(url);
    },
    relaunch(url) {
      closeAll();
      draw(url);
    },
    closeAll,
  };
}

/** A cold start at a path. */
export function launch(app: AppInstance | undefined, pages: Pages, path: string): void {
  const { route, query } = parseUrl(path);
  const options = { path: route, query, scene: 1001 };
  app?.onLaunch(options);
  app?.onShow?.(options);
  pages.open(path);
}
