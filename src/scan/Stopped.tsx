import { View } from '@tarojs/components';
import { routes, startAt } from '@/lib/routes';
import { isRefusal, isRefused } from '@/lib/say';
import { isLive } from '@/lib/scannedText';
import { Button } from '@/ui/Button';
import { Refused } from '@/ui/Refused';
import { MeetNow } from './MeetNow';
import { tappedWords } from './tappedWords';

interface Props {
  /** What was scanned. */
  text: string;
  tapped?: boolean;
  error: unknown;
  who?: string;
  onRetry: () => void;
  onAgain: () => void;
  onClose: () => void;
  onGo: (url: string) => void;
}

/** The same code's person may show a fresh one; otherwise it is the next person's turn. */
const sameAgain = [
  'CODE_FOREIGN',
  'CODE_UNKNOWN',
  'CODE_EXPIRED',
  'CODE_AHEAD',
  'CODE_USED',
  'YOUTH_NOT_AGREED',
] as const;

const againWords = (error: unknown): string =>
  sameAgain.some((code) => isRefused(error, code)) ? '再扫一次' : '扫下一位';

/** The way on from a refusal: sign in or register first, try again, or the next code. */
export const Stopped = ({ error, who, text, tapped, onRetry, onAgain, onClose, onGo }: Props) => {
  if (isRefused(error, 'NOT_REGISTERED') || isRefused(error, 'NOTICE_OUTDATED')) {
    return (
      <Refused error={error}>
        <View className="mt16" />
        <Button onPress={() => void startAt(routes.home({ q: text }))}>去看告知</Button>
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
        <Button onPress={() => void startAt(routes.home())}>知道了</Button>
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
  if (isRefused(error, 'CONTACT_ALREADY') && isLive(text)) {
    return <MeetNow text={text} error={error} onAgain={onAgain} onClose={onClose} onGo={onGo} />;
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
