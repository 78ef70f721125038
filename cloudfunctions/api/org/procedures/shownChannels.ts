import type { Actor } from '../../kernel/actor';
import { logLook } from '../../kernel/audit';
import { refuse } from '../../kernel/errors';
import { as, os, type Scene } from '../../kernel/gate';
import { administeredAbove, masked } from '../rules';
import { holderOf, sharedChannels } from '../store/shownChannels';

/** The channels behind a post, for who administers it; what is for the cadre's own contacts only is not among them. */
async function behindPost({ tx, settings }: Scene, actor: Actor, postId: string) {
  const [holder, channels] = await Promise.all([
    holderOf(tx, postId),
    sharedChannels(tx, postId, settings.APP_FIELD_KEY),
  ]);
  const root = holder && administeredAbove(holder.path, actor.administers);
  if (!root) return refuse('OUT_OF_SCOPE', {});
  return { personId: holder.personId, channels, root };
}

export const channelsOf = os.org.channelsOf.use(as.administrator).handler(async ({ context: { scene }, input }) => {
  const { channels } = await behindPost(scene, scene.actor, input.postId);
  return { channels: channels.map(({ kind, circle, value }) => ({ kind, circle, masked: masked(kind, value) })) };
});

export const revealChannel = os.org.revealChannel
  .use(as.administrator)
  .handler(async ({ context: { scene }, input: { postId, kind, reason } }) => {
    const { personId, channels, root } = await behindPost(scene, scene.actor, postId);
    const { value } = channels.find((channel) => channel.kind === kind) ?? refuse('CHANNEL_NOT_FOUND', {});
    await logLook(scene, scene.actor, [personId], 'reveal', { capacity: `${root}管理员`, reason });
    return { value };
  });
