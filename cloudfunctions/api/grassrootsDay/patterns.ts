import { afterOf, pageOf } from '../kernel/cursor';
import { refuse } from '../kernel/errors';
import { as, os } from '../kernel/gate';
import { done, once } from '../kernel/requests';
import { managedOrg } from '../org/procedures/scope';
import * as store from './store/patterns';

const shown = ({ id, explainedAt, ...row }: store.PatternRow) => ({
  patternId: id,
  kind: row.kind,
  day: row.day,
  figure: row.figure,
  sites: row.sites,
  explanation: row.explanation,
  explainedAt: explainedAt && explainedAt.toISOString(),
});

export const patterns = os.grassrootsDay.patterns.use(as.cadre).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, policy } = scene;
  const found = await store.ownPatterns(
    tx,
    actor.personId,
    input.open === true,
    afterOf(input.cursor),
    policy.pageSize + 1,
  );
  const { rows, next } = pageOf(found, policy.pageSize);
  return { items: rows.map((row) => ({ ...shown(row), until: row.until })), next };
});

export const explain = os.grassrootsDay.explain.use(as.person).handler(({ context: { scene }, input }) => {
  const { tx, actor, now } = scene;
  return once(
    scene,
    'grassrootsDay.explain',
    input,
    true,
    async () => {
      const said = await store.explain(tx, actor.personId, input.patternId, input.explanation, now);
      if (!said) refuse('PATTERN_NOT_FOUND', {});
    },
    done,
  );
});

export const patternsOf = os.grassrootsDay.patternsOf
  .use(as.administrator)
  .handler(async ({ context: { scene }, input }) => {
    const { tx, actor, today, policy } = scene;
    const { path } = await managedOrg(scene, actor, input.orgId);
    const found = await store.patternsBelow(tx, path, today, afterOf(input.cursor), policy.pageSize + 1);
    const { rows, next } = pageOf(found, policy.pageSize);
    return { items: rows.map((row) => ({ ...shown(row), cadreName: row.cadreName, orgName: row.orgName })), next };
  });
