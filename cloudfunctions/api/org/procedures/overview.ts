import * as z from 'zod';
import { line } from '../../../../types/shared';
import { quotaFor } from '../../contact/rules';
import { parseCursor, printCursor } from '../../kernel/cursor';
import { as, os, type Scene } from '../../kernel/gate';
import { isWithin, levelsBelow } from '../rules';
import { managedOrg, rootsOf } from './scope';
import { cadresOf, classesBelow, type ClassOfPosts } from '../store/cadres';
import * as tree from '../store/tree';

const cadresCursor = z.tuple([z.enum(['leadership', 'others']), line(400), z.uuid()]);

/** Sums of a class of posts: the quota is the rule's, times the posts. */
function sum(classes: ClassOfPosts[], policy: Scene['policy']) {
  const total = { cadres: 0, counted: 0, quota: 0 };
  for (const posts of classes) {
    total.cadres += posts.cadres;
    total.counted += posts.counted;
    total.quota += posts.cadres * quotaFor(posts, policy.contact);
  }
  return total;
}

export const overview = os.org.overview.use(as.administrator).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, today, policy } = scene;
  const roots = rootsOf(actor);
  const org = await managedOrg(scene, actor, input.orgId ?? actor.administers[0]?.orgId ?? 0);
  const [group, search, postId] = parseCursor(input.cursor, cadresCursor) ?? [];
  const after = search && postId ? { leadership: group === 'leadership', search, postId } : null;
  const [classes, found, trail, below] = await Promise.all([
    classesBelow(tx, org, today),
    cadresOf(tx, org.id, today, after, policy.pageSize + 1),
    tree.orgsOfPath(tx, org.path),
    tree.orgsBelow(tx, org.id),
  ]);
  const cadres = found.slice(0, policy.pageSize);
  const last = cadres.at(-1);
  return {
    org: {
      orgId: org.id,
      name: org.name,
      fullName: org.fullName,
      place: org.place,
      level: org.level,
      below: levelsBelow(org.level),
    },
    trail: trail.filter(({ path }) => isWithin(path, roots)).map(({ orgId, name }) => ({ orgId, name })),
    total: sum(classes, policy),
    below: below.map((child) => ({
      ...child,
      figures: sum(
        classes.filter(({ orgId }) => orgId === child.orgId),
        policy,
      ),
    })),
    cadres: cadres.map(({ leadingOrgan, ...cadre }) => ({
      postId: cadre.postId,
      name: cadre.name,
      title: cadre.title,
      service: cadre.service,
      leadership: cadre.leadership,
      counted: cadre.counted,
      quota: quotaFor({ service: cadre.service, leadingOrgan }, policy.contact),
    })),
    next:
      found.length > cadres.length && last
        ? printCursor(last.leadership ? 'leadership' : 'others', last.search, last.postId)
        : null,
  };
});
