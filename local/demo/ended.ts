import { policy } from '../../config/policy';
import type { Factory } from '../../tests/factory';
import type { Cadres } from './cadres';
import type { Holding } from './holding';
import type { Youths } from './youths';

/** D9.5, D9.9 Contacts that are over: undone at once, left, and left with a block. */
const ENDINGS = [
  ...Array<'undone'>(160).fill('undone'),
  ...Array<'left'>(420).fill('left'),
  ...Array<'blocked'>(60).fill('blocked'),
];

export function makeEnded(factory: Factory, now: Date, holding: Holding, cadres: Cadres, { near }: Youths): void {
  const { helpers, date, number } = factory.random;
  const holders = cadres.crowd.filter(({ post }) => post.holds > 0);
  for (const ending of ENDINGS) {
    const cadre = helpers.arrayElement(holders);
    const youth = helpers.arrayElement(near(cadre).filter((one) => holding.mayHold(cadre, one)));
    const startedAt = holding.aMoment(youth);
    const soon = number.int({ min: 4, max: policy.contact.undoSeconds });
    const at =
      ending === 'undone' ? new Date(startedAt.getTime() + soon * 1_000) : date.between({ from: startedAt, to: now });
    holding.hold(cadre, youth, { startedAt, ended: { at, by: ending === 'undone' ? 'undone' : 'left' } });
    if (ending === 'blocked') factory.aBlock(youth, cadre, at);
  }
}
