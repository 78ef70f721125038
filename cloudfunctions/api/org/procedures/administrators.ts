import { heed, refuse } from '../../kernel/errors';
import { as, os } from '../../kernel/gate';
import { done, once } from '../../kernel/requests';
import { lastVerdict } from '../rules';
import * as store from '../store/administrators';
import { liveCadre, managed, managedOrg } from './scope';

export const administrators = os.org.administrators
  .use(as.administrator)
  .handler(async ({ context: { scene }, input }) => {
    const { tx, actor, today, policy } = scene;
    const org = await managedOrg(scene, actor, input.orgId);
    const found = await store.administratorsOf(tx, org.id, today, policy.pageSize);
    return { items: found.map(({ personId, ...item }) => ({ ...item, self: personId === actor.personId })) };
  });

export const makeAdministrator = os.org.makeAdministrator
  .use(as.administrator)
  .handler(({ context: { scene }, input }) => {
    const { tx, actor, now, today } = scene;
    return once(
      scene,
      'org.makeAdministrator',
      input,
      true,
      async () => {
        const [{ personId }, org] = await Promise.all([
          liveCadre(scene, actor, input.postId),
          managedOrg(scene, actor, input.orgId),
        ]);
        const right = { personId, orgId: org.id, from: today, by: actor.personId };
        if (!(await store.addAdministrator(tx, right, now))) refuse('ADMINISTRATOR_ALREADY', {});
      },
      done,
    );
  });

export const endAdministrator = os.org.endAdministrator
  .use(as.administrator)
  .handler(({ context: { scene }, input }) => {
    const { tx, actor, now, today } = scene;
    return once(
      scene,
      'org.endAdministrator',
      input,
      true,
      async () => {
        const right = managed(actor, await store.administratorById(tx, input.administratorId));
        heed(lastVerdict(right.parentId === null, await store.lockOthers(tx, right, today)));
        await store.endRight(tx, right.id, today, actor.personId, now);
      },
      done,
    );
  });
