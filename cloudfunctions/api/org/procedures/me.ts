import { notices } from '../../../../config/notice';
import type { Me } from '../../../../types/org';
import { dueStandingOf } from '../../contact/rules';
import type { Actor, Post } from '../../kernel/actor';
import { as, os, type Scene } from '../../kernel/gate';
import { offeredMessages } from '../../kernel/messages';
import { holdings } from '../../kernel/stock';
import { tenureOn } from '../../kernel/tenure';
import { noticeDue } from '../../privacy/rules';
import { isMinor, isNested, isOverAge, publicName } from '../rules';
import { channelsOf } from '../store/channels';
import { rootsOf } from './scope';

async function cadreOf(scene: Scene, actor: Actor, post: Post): Promise<NonNullable<Me['cadre']>> {
  const { tx, today, policy, settings } = scene;
  const [{ held, overAge }, tenure, channels] = await Promise.all([
    holdings(tx, actor.personId, today),
    tenureOn(tx, actor.personId, today),
    channelsOf(tx, actor.personId, settings.APP_FIELD_KEY),
  ]);
  return {
    name: actor.name,
    publicName: publicName({ ...post, name: actor.name }),
    orgName: post.orgShortName,
    title: post.title,
    service: post.service,
    standing: dueStandingOf(held, overAge, tenure, today, policy.contact),
    channels,
  };
}

function administersOf(actor: Actor): Me['administers'] {
  const roots = rootsOf(actor);
  return actor.administers.map(({ orgId, name, path }) => ({ orgId, name, nested: isNested(path, roots) }));
}

export const me = os.org.me.use(as.known).handler(async ({ context: { scene } }) => {
  const { actor, now, today, policy, settings } = scene;
  const youth = actor?.youth ?? null;
  return {
    now: now.toISOString(),
    today,
    personId: actor && actor.personId,
    newcomer: actor === null,
    noticeDue: youth || !actor ? noticeDue(actor?.agreed ?? [], notices, today) : null,
    youth: actor &&
      youth && {
        name: actor.name,
        field: youth.field,
        unit: youth.unit,
        unitState: youth.unitState,
        minor: isMinor(youth.birthMonth, today, policy.age),
        overAge: isOverAge(youth.birthMonth, today, policy.age),
        withdrawn: actor.agreed.length === 0,
      },
    cadre: actor?.post ? await cadreOf(scene, actor, actor.post) : null,
    administers: actor ? administersOf(actor) : [],
    messages: offeredMessages(settings),
  };
});
