import { useEffect, useId } from 'react';
import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { policy } from '../../config/policy';
import type { Preview } from '../../types/contact';
import { Unreachable } from '@/lib/call';
import { client } from '@/lib/client';
import { cutMiddle } from '@/lib/cut';
import { errorOf, isOnItsWay } from '@/lib/outbox/item';
import { forgetQuery } from '@/lib/routes';
import { Button } from '@/ui/Button';
import { Sheet } from '@/ui/Sheet';
import { Done } from './Done';
import { Keep, Kept } from './Kept';
import { PreviewCard } from './PreviewCard';
import { Stopped } from './Stopped';
import { Undone } from './Undone';
import { useRegistering } from './useRegistering';
import './sheet.scss';

interface Props {
  /** What was scanned, as it is. */
  text: string;
  /** Nobody scanned it: it came as a card in a chat or as a link, and there is no next one. */
  tapped?: boolean;
  onAgain: () => void;
  /** Enough for now. */
  onClose: () => void;
  /** Opens a page in place of the sheet. */
  onGo: (url: string) => void;
  /** The sheet was pushed away; where nothing is said, that is enough for now too. */
  onDismiss?: () => void;
}

const confirmWords = (preview: Preview): string =>
  preview.kind === 'youth' ? '联系这位青年' : `让${cutMiddle(preview.cadre.publicName, 10)}联系我`;

/** Whose places a refusal speaks of: the youth's, when a cadre scanned. */
const youthIn = (preview: Preview | undefined): string | undefined =>
  preview?.kind === 'youth' ? preview.youth.name : undefined;

const nameIn = (preview: Preview): string => (preview.kind === 'youth' ? preview.youth.name : preview.cadre.publicName);

/** D2.2 From a scanned code to a contact: who and with what effect, one button, then what it brought about. */
export const ScanSheet = (props: Props) => {
  const { text, tapped = false, onAgain, onClose, onGo, onDismiss = onClose } = props;
  // A sheet asks for itself: the same card, tapped again, may stand differently by now.
  const asking = useId();
  const preview = useQuery({
    queryKey: ['contact.preview', text, asking],
    queryFn: () => client.contact.preview({ text }),
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  });
  const { item, undone, register, undo, retry } = useRegistering(text);
  const answered = item?.state === 'done' || item?.state === 'failed';
  useEffect(() => {
    if (answered) forgetQuery();
  }, [answered]);

  const next = tapped ? undefined : onAgain;
  if (undone) {
    return (
      <Sheet label="已撤销" onClose={onDismiss}>
        <Undone onAgain={next} onClose={onClose}>
          没有送出，哪里也不计入。
        </Undone>
      </Sheet>
    );
  }
  if (item?.late && isOnItsWay(item)) {
    return (
      <Sheet label="记在手机里了" onClose={onDismiss}>
        <Kept item={item} text={text} onUndo={undo} onAgain={next} onClose={onClose} />
      </Sheet>
    );
  }
  if (item?.state === 'done' && item.output) {
    return (
      <Sheet label="已建立联系" onClose={onDismiss}>
        <Done text={text} registered={item.output} onAgain={onAgain} onClose={onClose} onGo={onGo} />
      </Sheet>
    );
  }
  if (item?.state === 'failed') {
    return (
      <Sheet label="没有建立联系" onClose={onDismiss}>
        <Stopped {...props} error={errorOf(item)} who={youthIn(preview.data)} onRetry={retry} />
      </Sheet>
    );
  }
  if (preview.isPending || (preview.isError && preview.isFetching)) {
    return (
      <Sheet label="正在看这个码" onClose={onDismiss}>
        <View className="ink2 tc sheet-wait after-a-while">正在看这个码</View>
        <View className="after-some-seconds">
          <Button kind="quiet" id="keep" onPress={() => register({ about: null, late: true })}>
            网络慢，先记下
          </Button>
        </View>
      </Sheet>
    );
  }
  if (preview.isError && preview.error instanceof Unreachable) {
    return (
      <Sheet label="没有连上" onClose={onDismiss}>
        <Keep
          text={text}
          onKeep={() => register({ about: null, late: true })}
          onRetry={() => void preview.refetch()}
          onClose={onClose}
        />
      </Sheet>
    );
  }
  if (preview.isError) {
    return (
      <Sheet label="没有建立联系" onClose={onDismiss}>
        <Stopped {...props} error={preview.error} onRetry={() => void preview.refetch()} />
      </Sheet>
    );
  }
  return (
    <Sheet label="建立联系" onClose={onDismiss}>
      <PreviewCard {...preview.data} />
      <View className="mt16" />
      <Button
        id="confirm"
        size="large"
        busy={item !== null}
        onPress={() => register({ about: nameIn(preview.data), late: false })}
      >
        {confirmWords(preview.data)}
      </Button>
      <View className="t12 ink3 tc mt12">点下之后 {policy.contact.undoOfferedSeconds} 秒内可以撤销</View>
    </Sheet>
  );
};
