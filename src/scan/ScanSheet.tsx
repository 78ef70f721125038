import { useId } from 'react';
import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import type { Preview } from '../../types/contact';
import { client } from '@/lib/client';
import { cutMiddle } from '@/lib/cut';
import { contactsChanged } from '@/lib/queries';
import { forgetQuery, routes, startAt } from '@/lib/routes';
import { isRefusal, isRefused } from '@/lib/say';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { Refused } from '@/ui/Refused';
import { Sheet } from '@/ui/Sheet';
import { Done } from './Done';
import { PreviewCard } from './PreviewCard';
import { tappedWords } from './tappedWords';
import './sheet.scss';

interface Props {
  /** What was scanned, as it is. */
  text: string;
  /** Nobody scanned it: it came as a card in a chat or as a link, and there is no next one. */
  tapped?: boolean;
  onAgain: () => void;
  /** Enough for now. */
  onClose: () => void;
  /** The sheet was pushed away; where nothing is said, that is enough for now too. */
  onDismiss?: () => void;
}

interface StoppedProps extends Props {
  error: unknown;
  who?: string;
  onRetry: () => void;
}

/** The way on from a refusal: sign in or register first, try again, or the next code. */
const Stopped = ({ error, who, text, tapped, onRetry, onAgain, onClose }: StoppedProps) => {
  if (isRefused(error, 'NOT_REGISTERED') || isRefused(error, 'NOTICE_OUTDATED')) {
    return (
      <Refused error={error}>
        <View className="mt16" />
        <Button onPress={() => startAt(routes.home({ q: text }))}>去看告知</Button>
        <Button kind="quiet" onPress={onClose}>
          先不用
        </Button>
      </Refused>
    );
  }
  if (isRefused(error, 'NOT_SIGNED_IN')) {
    return (
      <Refused error={error}>
        <View className="mt16" />
        <Button onPress={() => startAt(routes.home())}>知道了</Button>
      </Refused>
    );
  }
  if (tapped && isRefusal(error)) {
    return (
      <Refused error={error} words={tappedWords}>
        <View className="mt16" />
        <Button onPress={onClose}>知道了</Button>
      </Refused>
    );
  }
  return (
    <Refused error={error} who={isRefused(error, 'YOUTH_FULL') ? who : undefined}>
      <View className="mt16" />
      {isRefusal(error) ? (
        <Button icon="scan" onPress={onAgain}>
          {againWords(error)}
        </Button>
      ) : (
        <Button icon="repeat" onPress={onRetry}>
          再试一次
        </Button>
      )}
      <Button kind="quiet" onPress={onClose}>
        先到这里
      </Button>
    </Refused>
  );
};

/** The same code's person may show a fresh one; otherwise it is the next person's turn. */
const sameAgain = [
  'CODE_FOREIGN',
  'CODE_UNKNOWN',
  'CODE_EXPIRED',
  'CODE_AHEAD',
  'CODE_USED',
  'MINOR_NEEDS_APPROVAL',
  'YOUTH_NOT_AGREED',
] as const;

const againWords = (error: unknown): string =>
  sameAgain.some((code) => isRefused(error, code)) ? '再扫一次' : '扫下一位';

const confirmWords = (preview: Preview): string =>
  preview.kind === 'youth' ? '联系这位青年' : `让${cutMiddle(preview.cadre.publicName, 10)}联系我`;

/** Whose places a refusal speaks of: the youth's, when a cadre scanned. */
const youthIn = (preview: Preview): string | undefined => (preview.kind === 'youth' ? preview.youth.name : undefined);

/** D2.2 From a scanned code to a contact: who and with what effect, one button, then what it brought about. */
export const ScanSheet = (props: Props) => {
  const { text, onAgain, onClose, onDismiss = onClose } = props;
  // A sheet asks for itself: the same card, tapped again, may stand differently by now.
  const asking = useId();
  const preview = useQuery({
    queryKey: ['contact.preview', text, asking],
    queryFn: () => client.contact.preview({ text }),
    staleTime: Infinity,
    gcTime: 0,
  });
  const register = useWrite(client.contact.register, () => {
    forgetQuery();
    void contactsChanged();
  });

  if (register.isSuccess) {
    return (
      <Sheet label="已建立联系" onClose={onDismiss}>
        <Done registered={register.data} onAgain={onAgain} onClose={onClose} />
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
  if (preview.isPending) {
    return (
      <Sheet label="正在看这个码" onClose={onDismiss}>
        <View className="ink2 tc sheet-wait after-a-while">正在看这个码</View>
      </Sheet>
    );
  }
  const confirm = () => register.mutate({ text });
  if (register.isError) {
    return (
      <Sheet label="没有建立联系" onClose={onDismiss}>
        <Stopped {...props} error={register.error} who={youthIn(preview.data)} onRetry={confirm} />
      </Sheet>
    );
  }
  return (
    <Sheet label="建立联系" onClose={onDismiss}>
      <PreviewCard {...preview.data} />
      <View className="mt16" />
      <Button id="confirm" size="large" busy={register.isPending} onPress={confirm}>
        {confirmWords(preview.data)}
      </Button>
      <View className="t12 ink3 tc mt12">点下之后 5 秒内可以撤销</View>
    </Sheet>
  );
};
