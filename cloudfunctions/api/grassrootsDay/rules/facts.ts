import { daysAfter, type Span } from '../../kernel/calendar';
import type { AskedSpan, WeekFacts } from './week';

interface Told {
  postId: string;
  asked: AskedSpan[];
  confirmed: number[];
  waiting: number[];
  onLeave: Span[];
}

/** D4.3 What `week_facts` tells of a post, whose days are numbers from a Monday on. */
export function readFacts(fact: string, since: string): WeekFacts & { postId: string } {
  const { postId, asked, confirmed, waiting, onLeave } = JSON.parse(fact) as Told;
  const days = (numbers: number[]): string[] => numbers.map((days) => daysAfter(since, days));
  // D3, C24 the days of postings come in here
  return { postId, asked, confirmed: days(confirmed), waiting: days(waiting), leave: onLeave, postings: [] };
}

/** The facts of several posts in one, whichever the post. */
export const together = (all: readonly WeekFacts[]): WeekFacts => ({
  asked: all.flatMap(({ asked }) => asked),
  confirmed: all.flatMap(({ confirmed }) => confirmed),
  waiting: all.flatMap(({ waiting }) => waiting),
  leave: all.flatMap(({ leave }) => leave),
  postings: all.flatMap(({ postings }) => postings),
});
