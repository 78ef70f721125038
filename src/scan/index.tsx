import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { goBack } from '@/lib/routes';
import { scannedText } from '@/lib/scannedText';
import { Page } from '@/ui/Page';
import { Reader } from './Reader';
import { ScanSheet } from './ScanSheet';
import './index.scss';

/** Reads a code; a 小程序码, a printed link and a browser's `/s/<code>` open it with one already read. */
const Scan = () => {
  const { scene, q } = useRouter().params;
  const [opened] = useState(() => scannedText({ from: 'query', scene, q }));
  const [text, setText] = useState(opened);
  // Who comes with a code in hand is not asked for the camera.
  const [reading, setReading] = useState(opened === null);
  const again = () => {
    setText(null);
    setReading(true);
  };
  return (
    <Page title="扫一扫">
      {reading && <Reader onText={setText} paused={text !== null} />}
      {text && (
        <ScanSheet
          key={text}
          text={text}
          onAgain={again}
          onClose={goBack}
          onDismiss={text === opened ? goBack : again}
        />
      )}
    </Page>
  );
};

export default Scan;
