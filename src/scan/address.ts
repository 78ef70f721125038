import { routes } from '@/lib/routes';
import { scannedText } from '@/lib/scannedText';

/** A browser that was opened with a code's own link, `https://<host>/s/<code>`, starts at home with it in hand. */
export const openAddressAsScan = (): void => {
  if (process.env.TARO_ENV !== 'h5') return;
  const { href, pathname } = window.location;
  const text = scannedText({ from: 'address', href, pathname });
  if (text) window.history.replaceState(null, '', `/#${routes.home({ q: text })}`);
};
