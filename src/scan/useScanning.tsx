import { type ReactNode, useState } from 'react';
import { pageOfCode } from '@/lib/codePages';
import { forgetQuery, goTo } from '@/lib/routes';
import { ScanSheet } from './ScanSheet';
import { startScan } from './startScan';

interface Scanning {
  scan: () => void;
  /** The sheet over the page, while there is something to decide. */
  sheet: ReactNode;
}

/** 扫一扫 from any page; `tapped` is what a code says with which the page was opened, which nobody scanned. */
export const useScanning = (tapped: string | null = null): Scanning => {
  const [text, setText] = useState(tapped);
  const take = (read: string | null) => {
    const opens = read && pageOfCode(read);
    if (opens) goTo(opens);
    else setText(read);
  };
  const scan = () => {
    setText(null);
    void startScan().then(take);
  };
  const close = () => {
    forgetQuery();
    setText(null);
  };
  const go = (url: string) => {
    close();
    goTo(url);
  };
  return {
    scan,
    sheet: text && (
      <ScanSheet key={text} text={text} tapped={text === tapped} onAgain={scan} onClose={close} onGo={go} />
    ),
  };
};
