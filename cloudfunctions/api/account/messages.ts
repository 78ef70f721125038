import { as, os } from '../kernel/gate';
import { offeredMessages } from '../kernel/messages';
import { done, once } from '../kernel/requests';
import * as store from './store/messages';

const allowMessage = os.account.allowMessage.use(as.person).handler(({ context: { scene }, input }) => {
  const { tx, policy, settings } = scene;
  const isOffered = offeredMessages(settings)[input.kind] !== undefined;
  return once(
    scene,
    'account.allowMessage',
    input,
    true,
    async () => {
      if (isOffered) await store.allowMessage(tx, input.kind, settings.APP_WX_APPID, policy.messages.permitsAtMost);
    },
    done,
  );
});

export const messages = { allowMessage };
