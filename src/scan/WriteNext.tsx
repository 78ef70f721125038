import type { LogWay } from '../../types/words';
import { handOver, type Whom } from '@/lib/handedOver';
import { goTo, routes } from '@/lib/routes';
import { Button } from '@/ui/Button';

/** From a scan on to 记一笔, with whom and how already in it. */
export const WriteNext = ({ contactId, name, way = 'faceToFace' }: Whom & { way?: LogWay }) => {
  const write = () => {
    handOver({ people: [{ contactId, name }], way });
    goTo(routes.log());
  };
  return (
    <Button id="log-next" size="large" icon="pencil" onPress={write}>
      记一笔
    </Button>
  );
};
