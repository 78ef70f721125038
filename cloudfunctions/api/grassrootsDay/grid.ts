import * as z from 'zod';
import { parseCursor, printCursor } from '../kernel/cursor';
import { refuse } from '../kernel/errors';
import { as, os } from '../kernel/gate';
import { readFacts } from './rules/facts';
import { lineOf, sumsOf, weeksOfPost } from './rules/grid';
import { quarterOfWeek } from './rules/week';
import * as store from './store/weeks';
import { framesOf, weeksOfYear } from './weeks';

const postCursor = z.tuple([z.uuid()]);

export const grid = os.grassrootsDay.grid.use(as.administrator).handler(async ({ context: { scene }, input }) => {
  const { tx, today } = scene;
  const { pageSize, grassrootsDay: policy } = scene.policy;
  const { orgId, of, leadership = null } = input;
  const weeks = weeksOfYear(input.year, today);
  const whose = { orgId, below: of === 'below', services: policy.services, span: weeks.span };
  const [after = null] = parseCursor(input.cursor, postCursor) ?? [];
  const isFirst = after === null;
  const [manages, frames, page, cadres, all] = await Promise.all([
    store.manages(tx, orgId),
    framesOf(scene, weeks),
    store.gridPage(tx, whose, { leadership, after, limit: pageSize + 1 }),
    isFirst ? store.countAsked(tx, whose) : null,
    isFirst ? store.gridFacts(tx, whose, policy.gridSummed) : [],
  ]);
  if (!manages) refuse('OUT_OF_SCOPE', {});
  const judge = (fact: string) => {
    const { postId, ...facts } = readFacts(fact, weeks.span.from);
    return lineOf(weeksOfPost(postId, frames, facts, today, policy), today);
  };
  const rows = page.slice(0, pageSize).map(({ fact, ...post }) => ({ ...post, ...judge(fact) }));
  const last = rows.at(-1);
  return {
    year: weeks.year,
    today,
    mondays: weeks.mondays,
    quarters: weeks.mondays.map(quarterOfWeek),
    rows,
    next: last && page.length > pageSize ? printCursor(last.postId) : null,
    cadres,
    sums:
      cadres !== null && cadres <= policy.gridSummed
        ? sumsOf(all.map(({ leadership, fact }) => ({ leadership, ...judge(fact) })))
        : null,
  };
});
