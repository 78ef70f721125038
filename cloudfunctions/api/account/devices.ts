import { dayOf } from '../kernel/calendar';
import { refuse } from '../kernel/errors';
import { as, os, type Scene } from '../kernel/gate';
import { once } from '../kernel/requests';
import { toTheHour } from './rules';
import * as store from './store/sessions';
import { takeBackSignIns } from './store/signIns';

const ownSession = ({ identity }: Scene): Buffer | null => (identity.kind === 'person' ? identity.session : null);

const devices = os.account.devices.use(as.person).handler(async ({ context: { scene } }) => {
  const { tx, actor, now, today, policy } = scene;
  const own = ownSession(scene);
  const sessions = await store.liveSessions(tx, actor.personId, now, policy.pageSize);
  return {
    today,
    items: sessions.map(({ id, device, createdAt, lastSeenAt, tokenHash }) => ({
      deviceId: id,
      device,
      since: dayOf(createdAt),
      lastSeenAt: toTheHour(lastSeenAt).toISOString(),
      thisOne: own !== null && tokenHash.equals(own),
    })),
  };
});

const endDevice = os.account.endDevice.use(as.person).handler(({ context: { scene }, input }) =>
  once(
    scene,
    'account.endDevice',
    input,
    input.deviceId,
    async () => {
      const { tx, actor, now } = scene;
      await takeBackSignIns(tx);
      if (!(await store.endSession(tx, actor.personId, input.deviceId, now))) refuse('DEVICE_NOT_FOUND', {});
    },
    (deviceId) => Promise.resolve({ deviceId }),
  ),
);

const endOthers = os.account.endOthers.use(as.person).handler(({ context: { scene }, input }) =>
  once(
    scene,
    'account.endOthers',
    input,
    true,
    async () => {
      await takeBackSignIns(scene.tx);
      await store.endOtherSessions(scene.tx, scene.actor.personId, ownSession(scene), scene.now);
    },
    () => Promise.resolve({ done: true as const }),
  ),
);

export const ownDevices = { devices, endDevice, endOthers };
