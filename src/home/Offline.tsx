import { useScanning } from '@/scan/useScanning';
import { noNetwork } from '@/lib/say';
import { Button } from '@/ui/Button';
import { Empty } from '@/ui/Empty';
import { Page } from '@/ui/Page';
import { Unsent } from './Unsent';

interface Props {
  /** A code that the page was opened with. */
  onHand: string | null;
  onRetry: () => void;
}

/** Opened without a network by somebody whom this phone knows: what can be seen cannot be told, what is scanned is kept. */
export const Offline = ({ onHand, onRetry }: Props) => {
  const { scan, sheet } = useScanning(onHand);
  return (
    <>
      <Page title="到青年中去" first>
        <Unsent said />
        <Empty
          icon="offline"
          title={noNetwork.title}
          why="你的联系都在，连上就能看到。"
          now="现在也可以先扫，连上后会自动送出。"
        >
          <Button id="scan" size="small" icon="scan" onPress={scan}>
            扫一扫
          </Button>
          <Button kind="line" size="small" icon="repeat" onPress={onRetry}>
            再试一次
          </Button>
        </Empty>
      </Page>
      {sheet}
    </>
  );
};
