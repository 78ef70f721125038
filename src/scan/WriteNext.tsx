import { client } from '@/lib/client';
import { handOver, type Whom } from '@/lib/handedOver';
import { routes } from '@/lib/routes';
import { isLive } from '@/lib/scannedText';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';

interface Props extends Whom {
  /** The scanned code, where it may prove the meeting (D2.3). */
  text?: string;
  /** Opens a page in place of what has been scanned. */
  onGo: (url: string) => void;
}

/** From a scan on to 记一笔, with whom and how already in it. */
export const WriteNext = ({ contactId, name, text, onGo }: Props) => {
  // Where it does not arrive, the youth's tap proves the meeting.
  const meet = useWrite(client.contactLog.meet);
  const write = () => {
    if (text && isLive(text)) meet.mutate({ text });
    handOver({ people: [{ contactId, name }], way: 'faceToFace' });
    onGo(routes.log());
  };
  return (
    <Button id="log-next" size="large" icon="pencil" onPress={write}>
      记一笔
    </Button>
  );
};
