/** A page as Taro keeps it in a browser; the first of what `load` gives is the page's code on its way. */
interface PageRoute {
  path: string;
  load: () => [Promise<unknown>, ...unknown[]];
}

declare global {
  interface Window {
    __taroAppConfig?: { routes: PageRoute[] };
  }
}

const routes = (): PageRoute[] => (process.env.TARO_ENV === 'h5' ? (window.__taroAppConfig?.routes ?? []) : []);

/** Resolves once the page of this address can be opened; rejects when its code does not come. */
export const pageCode = async (url: string): Promise<void> => {
  const [path] = url.replace(/^\//, '').split('?');
  await routes()
    .find((route) => route.path === path)
    ?.load()[0];
};

let fetched = false;

/** In a browser, once the first page stands: the code of all others, so that they open without a network too. */
export const fetchAhead = (): void => {
  if (process.env.TARO_ENV !== 'h5' || fetched) return;
  fetched = true;
  const fetchAll = () => void Promise.allSettled(routes().map(({ load }) => load()[0]));
  if ('requestIdleCallback' in window) window.requestIdleCallback(fetchAll);
  else setTimeout(fetchAll, 1000);
};
