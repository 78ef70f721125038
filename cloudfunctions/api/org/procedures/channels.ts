import { as, os } from '../../kernel/gate';
import { once } from '../../kernel/requests';
import { channelsOf, replaceChannels } from '../store/channels';

export const setChannels = os.org.setChannels.use(as.cadre).handler(({ context: { scene }, input }) => {
  const { tx, actor, settings } = scene;
  const distinct = [...new Map(input.channels.map((channel) => [channel.kind, channel])).values()];
  return once(
    scene,
    'org.setChannels',
    input,
    true,
    () => replaceChannels(tx, actor.personId, distinct, settings.APP_FIELD_KEY),
    async () => ({ channels: await channelsOf(tx, actor.personId, settings.APP_FIELD_KEY) }),
  );
});
