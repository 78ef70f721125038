import { refuse } from '../../kernel/errors';
import { as, os } from '../../kernel/gate';
import { done, once } from '../../kernel/requests';
import { isLeadingOrgan, levelsBelow } from '../rules';
import { findOrgs, insertOrg, updateNames } from '../store/tree';
import { managedOrg, rootsOf } from './scope';

const ALL = ['/'];

export const find = os.org.find.use(as.known).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, policy } = scene;
  const roots = input.mine ? (actor ? rootsOf(actor) : []) : ALL;
  const found = await findOrgs(tx, input.search, roots, policy.pageSize + 1);
  return { items: found.slice(0, policy.pageSize), more: found.length > policy.pageSize };
});

export const addOrg = os.org.addOrg.use(as.administrator).handler(({ context: { scene }, input }) => {
  const { tx, actor, today } = scene;
  const { name, shortName, place, level, forProvince } = input;
  return once(
    scene,
    'org.addOrg',
    input,
    true,
    async () => {
      const above = await managedOrg(scene, actor, input.orgId);
      if (!levelsBelow(above.level).includes(level)) refuse('LEVEL_NOT_BELOW', {});
      const leadsFrom = isLeadingOrgan(level, forProvince) ? today : null;
      const added = { name, shortName, place, level, parentId: above.id, leadsFrom, madeBy: actor.personId };
      if (!(await insertOrg(tx, added))) refuse('ORG_NAME_TAKEN', {});
    },
    done,
  );
});

export const renameOrg = os.org.renameOrg.use(as.administrator).handler(({ context: { scene }, input }) => {
  const { tx, actor, now } = scene;
  const { name, shortName, place } = input;
  return once(
    scene,
    'org.renameOrg',
    input,
    true,
    async () => {
      const org = await managedOrg(scene, actor, input.orgId);
      const renamed = await updateNames(tx, org, { name, shortName, place }, actor.personId, now);
      if (!renamed) refuse('ORG_NAME_TAKEN', {});
    },
    done,
  );
});
