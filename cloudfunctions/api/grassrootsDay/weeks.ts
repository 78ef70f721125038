import type { Span } from '../kernel/calendar';
import { refuse } from '../kernel/errors';
import { as, os, type Scene } from '../kernel/gate';
import { workYears } from '../kernel/workYears';
import { readFacts, together } from './rules/facts';
import { weeksOfPost } from './rules/grid';
import { frameOf, isAsked, mondaysOf, sundayOf, weekOf, weekYearOf } from './rules/week';
import * as store from './store/weeks';

/** D10.1 The weeks of a year, those of them that have begun, and their days. */
export function weeksOfYear(asked: number | undefined, today: string) {
  const year = asked ?? weekYearOf(today);
  const mondays = mondaysOf(year);
  const begun = mondays.filter((monday) => monday <= today);
  const [from = today] = mondays;
  const span: Span = { from, until: sundayOf(begun.at(-1) ?? from) };
  return { year, mondays, begun, span };
}

/** The weeks that have begun, with their working days as far as they are known. */
export async function framesOf({ tx }: Scene, { begun, span }: ReturnType<typeof weeksOfYear>) {
  const years = await workYears(tx, span);
  return begun.map((monday) => frameOf(monday, years));
}

export const year = os.grassrootsDay.year.use(as.cadre).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, today } = scene;
  const policy = scene.policy.grassrootsDay;
  const weeks = weeksOfYear(input.year, today);
  const [frames, facts, sites] = await Promise.all([
    framesOf(scene, weeks),
    store.ownFacts(tx, policy.services, weeks.span),
    store.visitedSites(tx, weeks.span),
  ]);
  const judgedBy = together(facts.map((fact) => readFacts(fact, weeks.span.from)));
  return {
    today,
    year: weeks.year,
    asked: isAsked(actor.post, policy),
    weeks: frames.flatMap((frame) => weekOf(frame, judgedBy, today, policy) ?? []),
    sites,
  };
});

export const weeksOf = os.grassrootsDay.weeksOf.use(as.administrator).handler(async ({ context: { scene }, input }) => {
  const { tx, today } = scene;
  const policy = scene.policy.grassrootsDay;
  const weeks = weeksOfYear(input.year, today);
  const [frames, found] = await Promise.all([
    framesOf(scene, weeks),
    store.gridPostOf(tx, input.postId, policy.services, weeks.span),
  ]);
  const { postId, name, fact } = found ?? refuse('OUT_OF_SCOPE', {});
  const facts = readFacts(fact, weeks.span.from);
  return {
    today,
    year: weeks.year,
    name,
    weeks: weeksOfPost(postId, frames, facts, today, policy).flatMap((week) => week ?? []),
  };
});
