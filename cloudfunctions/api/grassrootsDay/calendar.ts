import { uuidv7 } from 'uuidv7';
import { refuse } from '../kernel/errors';
import { as, os } from '../kernel/gate';
import { once } from '../kernel/requests';
import { readNotice } from './rules/notice';
import * as store from './store/calendar';

export const calendar = os.grassrootsDay.calendar.use(as.administrator).handler(async ({ context: { scene } }) => {
  const [years, mayLoad] = await Promise.all([store.knownYears(scene.tx), store.managesAll(scene.tx)]);
  return { years, mayLoad };
});

export const loadCalendar = os.grassrootsDay.loadCalendar
  .use(as.administrator)
  .handler(async ({ context: { scene }, input }) => {
    const { tx, actor, now } = scene;
    const { year, notice, dryRun } = input;
    const [may, replaces] = await Promise.all([store.managesAll(tx), store.isKnown(tx, year)]);
    if (!may) refuse('OUT_OF_SCOPE', {});
    const read = readNotice(notice, year);
    if ('unreadable' in read) return refuse('CALENDAR_UNREADABLE', { line: read.unreadable });
    const said = { year, ...read, replaces };
    if (dryRun) return { ...said, loaded: false };
    return once(
      scene,
      'grassrootsDay.loadCalendar',
      input,
      replaces,
      () => store.loadYear(tx, { id: uuidv7(), year, ...read, notice, by: actor.personId, at: now }),
      (replaced) => Promise.resolve({ ...said, replaces: replaced, loaded: true }),
    );
  });
