import { secretsOf } from '../secrets';
import type { Figure } from './figure';
import type { Ground } from './ground';
import type { Options } from './options';
import { byTurns, call, openPlace, type Place } from './place';
import { comparison, ratioOf, type Pair } from './ratio';
import { BUSY, makeSurroundings, QUIET, type Surroundings } from './surroundings';

const AIM = 1.2;

/** A database with one cadre in the middle of it, and the functions on it. */
type Surrounded = Place & Surroundings;

interface Reading {
  what: string;
  read: (place: Surrounded) => Promise<unknown>;
  /** Where it grows with the organisation by its nature, it is reported without an aim. */
  grows?: boolean;
}

const READINGS: readonly Reading[] = [
  { what: 'contact.list, first page', read: (place) => call(place, place.cadreId, 'contact.list', {}) },
  { what: 'contact.list, search', read: (place) => call(place, place.cadreId, 'contact.list', { search: 'li' }) },
  {
    what: 'contact.youth',
    read: (place) => call(place, place.cadreId, 'contact.youth', { contactId: place.contactId }),
  },
  { what: 'org.me', read: (place) => call(place, place.cadreId, 'org.me', {}) },
  { what: 'contact.holders', read: (place) => call(place, place.youthId, 'contact.holders', {}) },
  {
    what: 'org.overview, province',
    read: (place) => call(place, place.administratorId, 'org.overview', {}),
    grows: true,
  },
];

/** D2.2, D1.5 Whether what one cadre sees grows with what others do. */
export const reads: Figure = { name: 'reads', measure };

async function measure(options: Options, ground: Ground) {
  const busySize = { posts: BUSY.posts * options.scale, others: BUSY.others * options.scale };
  const quiet = await surrounded(ground, 'quiet', QUIET);
  const busy = await surrounded(ground, 'busy', busySize);
  try {
    const read = READINGS.map((reading) => ({ ...reading, pairs: [] as Pair[] }));
    for (let run = 0; run < options.runs; run++) {
      for (const reading of read)
        reading.pairs.push(
          await byTurns(
            () => reading.read(busy),
            () => reading.read(quiet),
          ),
        );
    }
    const table = {
      title: `Reading (ms) with ${busySize.posts} posts and ${busySize.others} contacts of others around / with ${QUIET.posts} and ${QUIET.others}; aim ${AIM} or less`,
      heads: ['operation', 'many', 'few', 'ratio', 'lowest', 'highest', 'aim'],
      rows: read.map(({ what, pairs, grows }) => [what, ...comparison(pairs, 1), grows ? 'none' : String(AIM)]),
    };
    const figures = read.map(({ what, pairs }) => ({ what, pairs, ratio: ratioOf(pairs) }));
    return { tables: [table], figures: { quiet: QUIET, busy: busySize, readings: figures } };
  } finally {
    await quiet.close();
    await busy.close();
  }
}

async function surrounded(ground: Ground, name: string, size: typeof QUIET): Promise<Surrounded> {
  const { ownerUrl, apiUrl } = await ground.database(name);
  const surroundings = await makeSurroundings(ownerUrl, size, secretsOf(ground.dataDir).fieldKey);
  return { ...surroundings, ...openPlace(apiUrl, ground.dataDir) };
}
