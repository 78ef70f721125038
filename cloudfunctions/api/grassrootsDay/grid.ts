import * as z from 'zod';
import { parseCursor, printCursor } from '../kernel/cursor';
import { refuse } from '../kernel/errors';
import { as, os } from '../kernel/gate';
import { lineOf, sharesOf, weeksOfPost } from './rules/grid';
import { quarterOfWeek } from './rules/week';
import * as store from './store/weeks';
import { framesOf, weeksOfYear } from './weeks';

const postCursor = z.tuple([z.uuid()]);

export const grid = os.grassrootsDay.grid.use(as.administrator).handler(async ({ context: { scene }, input }) => {
  const { tx, today } = scene;
  const { pageSize, grassrootsDay: policy } = scene.policy;
  const { orgId, of, leadership } = input;
  const weeks = weeksOfYear(input.year, today);
  const [manages, frames, posts] = await Promise.all([
    store.manages(tx, orgId),
    framesOf(scene, weeks),
    store.gridOf(tx, { orgId, below: of === 'below' }, policy.services, weeks.span),
  ]);
  if (!manages) refuse('OUT_OF_SCOPE', {});
  const lines = posts.map(({ facts, ...post }) => ({
    ...post,
    ...lineOf(weeksOfPost(post.postId, frames, facts, today, policy), today),
  }));
  const shown = lines.filter((line) => leadership === undefined || line.leadership === leadership);
  const [after] = parseCursor(input.cursor, postCursor) ?? [];
  const first = shown.findIndex(({ postId }) => postId === after) + 1;
  const rows = shown.slice(first, first + pageSize);
  const last = rows.at(-1);
  return {
    year: weeks.year,
    today,
    mondays: weeks.mondays,
    quarters: weeks.mondays.map(quarterOfWeek),
    rows,
    next: last && first + rows.length < shown.length ? printCursor(last.postId) : null,
    all: sharesOf(lines),
    leaders: sharesOf(lines.filter((line) => line.leadership)),
    others: sharesOf(lines.filter((line) => !line.leadership)),
  };
});
