import { type ReactNode, useState } from 'react';
import { forgetQuery } from '@/lib/routes';
import { ScanSheet } from './ScanSheet';
import { startScan } from './startScan';

interface Scanning {
  scan: () => void;
  /** The sheet over the page, while there is something to decide. */
  sheet: ReactNode;
}

/** 扫一扫 from any page; `opened` is a code that the page was opened with. */
export const useScanning = (opened: string | null = null): Scanning => {
  const [text, setText] = useState(opened);
  const scan = () => {
    setText(null);
    void startScan().then(setText);
  };
  const close = () => {
    forgetQuery();
    setText(null);
  };
  return {
    scan,
    sheet: text && <ScanSheet key={text} text={text} onAgain={scan} onClose={close} />,
  };
};
