import type { Figure } from '../figure';
import type { Ground } from '../ground';
import type { Options } from '../options';
import { byTurns, call, openPlace, type Place } from '../place';
import { comparison, ratioOf, type Pair } from '../ratio';
import { counting } from './counting';
import { idOf, type CrowdSize } from './crowd';
import { makeCrowd } from './fill';
import { writing } from './writing';

const FULL: CrowdSize = { posts: 20_000, contacts: 200_000, logs: 2_000_000 };
const SMALLER = 100;
const QUICKER = 20;
const AIM = 1.2;

const times = ({ posts, contacts, logs }: CrowdSize, by: number): CrowdSize => ({
  posts: posts * by,
  contacts: contacts * by,
  logs: logs * by,
});

/** The first cadre has a hundred youths wherever it is, and a thousand logs about them. */
const READINGS: readonly { what: string; read: (place: Place) => Promise<unknown> }[] = [
  { what: 'contactLog.quarter', read: (place) => call(place, idOf('cadre', 0), 'contactLog.quarter', {}) },
  { what: 'contactLog.year', read: (place) => call(place, idOf('cadre', 0), 'contactLog.year', {}) },
  { what: 'contactLog.todos', read: (place) => call(place, idOf('cadre', 0), 'contactLog.todos', {}) },
  { what: 'contactLog.list', read: (place) => call(place, idOf('cadre', 0), 'contactLog.list', {}) },
  { what: 'contactLog.aboutMe', read: (place) => call(place, idOf('youth', 0), 'contactLog.aboutMe', {}) },
  { what: 'contact.holders', read: (place) => call(place, idOf('youth', 0), 'contact.holders', {}) },
];

/** D2.3, D10.1 Logs written, read and counted where a province has written them for more than a year. */
export const rhythm: Figure = { name: 'rhythm', measure };

async function measure(options: Options, ground: Ground) {
  const size = times(FULL, options.quick ? 1 / QUICKER : options.scale);
  const few = times(size, 1 / SMALLER);
  const full = await makeCrowd(ground, 'rhythm', size);
  const small = await makeCrowd(ground, 'rhythm_small', few);
  const reading = await readings(
    openPlace(full.apiUrl, ground.dataDir),
    openPlace(small.apiUrl, ground.dataDir),
    options.runs,
  );
  const counted = await counting(full, options.runs);
  const written = await writing(ground, full, size, options);
  return {
    tables: [
      written.table,
      written.where,
      {
        title: `Reading (ms) with ${size.logs} logs, ${size.posts} posts and ${size.contacts} contacts / with ${few.logs}, ${few.posts} and ${few.contacts}; aim ${AIM} or less`,
        heads: ['operation', 'many', 'few', 'ratio', 'lowest', 'highest'],
        rows: reading.map(({ what, pairs }) => [what, ...comparison(pairs, 1)]),
      },
      counted.table,
    ],
    figures: {
      size,
      few,
      writing: written.figures,
      reading: reading.map(({ what, pairs }) => ({ what, pairs, ratio: ratioOf(pairs) })),
      counting: counted.figures,
    },
  };
}

async function readings(many: Place, few: Place, runs: number) {
  const read = READINGS.map((reading) => ({ ...reading, pairs: [] as Pair[] }));
  try {
    for (let run = 0; run < runs; run++)
      for (const { read: one, pairs } of read)
        pairs.push(
          await byTurns(
            () => one(many),
            () => one(few),
          ),
        );
    return read;
  } finally {
    await many.close();
    await few.close();
  }
}
