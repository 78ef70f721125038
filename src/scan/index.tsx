import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { pageOfCode } from '@/lib/codePages';
import { meQuery } from '@/lib/queries';
import { goBack, goInstead } from '@/lib/routes';
import { Page } from '@/ui/Page';
import { Reader } from './Reader';
import { ScanSheet } from './ScanSheet';
import './index.scss';

/** Reads a code. Who comes with one in hand arrives at home. */
const Scan = () => {
  const [text, setText] = useState<string | null>(null);
  const again = () => setText(null);
  const take = (taken: string) => {
    const page = pageOfCode(taken);
    if (page) goInstead(page);
    else setText(taken);
  };
  // Opened by its own address, nothing has asked yet.
  useQuery(meQuery);
  return (
    <Page title="扫一扫">
      <Reader onText={take} paused={text !== null} />
      {text && <ScanSheet key={text} text={text} onAgain={again} onClose={goBack} onGo={goInstead} onDismiss={again} />}
    </Page>
  );
};

export default Scan;
