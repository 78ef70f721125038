import { policy } from '../../../config/policy';
import { FIELDS, LOG_TASKS } from '../../../types/words';
import { dayOf, daysAfter } from '../../../cloudfunctions/api/kernel/calendar';
import { countsUntil } from '../../../cloudfunctions/api/org/rules';
import type { MadeOrg } from '../../../tests/factory';

export interface CrowdSize {
  posts: number;
  contacts: number;
  logs: number;
}

/** One cadre has a hundred youths, the others share the rest. */
const OF_THE_FIRST = 100;
const SINCE = '2024-01-01';
const BEGAN_DAYS_AGO = 500;
/** The logs of a contact are so many days apart, the latest of all is of yesterday. */
const DAYS_APART = 40;
/** Of so many face to face, one is of two. */
const TOGETHER = 7;
const BIRTH_MONTH = '2000-06-01';

const KINDS = { cadre: 1, youth: 2, post: 3, contact: 4, log: 5 } as const;

/** The nth of a kind, in rising order as they would have been made. */
export const idOf = (kind: keyof typeof KINDS, n: number): string =>
  `0190000${KINDS[kind]}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

export const cadreOfContact = ({ posts }: CrowdSize, contact: number): number =>
  contact < OF_THE_FIRST ? 0 : 1 + ((contact - OF_THE_FIRST) % (posts - 1));

/** Another youth of the same cadre, where there is one. */
function nextOf({ posts, contacts }: CrowdSize, contact: number): number | null {
  const next = contact < OF_THE_FIRST - 1 ? contact + 1 : contact + posts - 1;
  return contact === OF_THE_FIRST - 1 || next >= contacts ? null : next;
}

interface CrowdLog {
  contact: number;
  others: number[];
  day: string;
  task: string;
  way: 'online' | 'phone' | 'faceToFace';
  proved: boolean;
}

function logOf(size: CrowdSize, n: number, today: string): CrowdLog {
  const contact = n % size.contacts;
  const turn = Math.floor(n / size.contacts);
  const way = (['online', 'phone', 'faceToFace'] as const)[(n + turn) % 3] ?? 'online';
  const next = way === 'faceToFace' && contact % TOGETHER === 0 ? nextOf(size, contact) : null;
  return {
    contact,
    others: next === null ? [] : [next],
    day: daysAfter(today, -1 - (contact % DAYS_APART) - turn * DAYS_APART),
    task: LOG_TASKS[n % LOG_TASKS.length] ?? LOG_TASKS[0],
    way,
    proved: way === 'faceToFace' && n % 2 === 0,
  };
}

/** A table with its columns, and its rows as COPY reads them. */
export interface Heap {
  table: string;
  columns: string;
  rows: Iterable<string>;
}

function* each(n: number, row: (i: number) => unknown[]): Iterable<string> {
  for (let i = 0; i < n; i++) yield `${row(i).join('\t')}\n`;
}

/** D2.3 As many cadres, contacts and logs as a province has in a year and more, in the order in which they are written. */
export function crowd(size: CrowdSize, orgs: readonly MadeOrg[], now: Date): Heap[] {
  const today = dayOf(now);
  const began = `${daysAfter(today, -BEGAN_DAYS_AGO)} 12:00+08`;
  const orgOf = (cadre: number): number => orgs[cadre % orgs.length]?.id ?? 0;
  const fieldOf = (youth: number): string => FIELDS[youth % FIELDS.length] ?? FIELDS[0];
  const people = (kind: 'cadre' | 'youth', n: number) =>
    each(n, (i) => [idOf(kind, i), `${kind} ${i}`, `${kind} ${i}`, began]);

  function* marks(): Iterable<string> {
    for (let n = 0; n < size.logs; n++) {
      const { contact, others, day, proved } = logOf(size, n, today);
      const ids = [idOf('log', n), idOf('cadre', cadreOfContact(size, contact))];
      for (const one of [contact, ...others])
        yield `${[ids[0], idOf('contact', one), ids[1], idOf('youth', one), day, 't', proved ? 'confirmed\ttap' : 'unanswered\t\\N'].join('\t')}\n`;
    }
  }

  return [
    { table: 'person', columns: 'id, name, search, created_at', rows: people('cadre', size.posts) },
    { table: 'person', columns: 'id, name, search, created_at', rows: people('youth', size.contacts) },
    {
      table: 'post',
      columns: 'id, person_id, org_id, service, in_establishment, leadership, title, from_day',
      rows: each(size.posts, (i) => [idOf('post', i), idOf('cadre', i), orgOf(i), 'fullTime', 't', 'f', '干部', SINCE]),
    },
    {
      table: 'youth',
      columns: 'person_id, birth_month, field, registered_at',
      rows: each(size.contacts, (i) => [idOf('youth', i), BIRTH_MONTH, fieldOf(i), began]),
    },
    {
      table: 'consent',
      columns: 'person_id, version, agreed_at',
      rows: each(size.contacts, (i) => [idOf('youth', i), 1, began]),
    },
    {
      table: 'contact',
      columns: 'id, cadre_id, youth_id, post_id, org_id, field, started_by, started_at, counts_until',
      rows: each(size.contacts, (i) => {
        const cadre = cadreOfContact(size, i);
        return [
          idOf('contact', i),
          idOf('cadre', cadre),
          idOf('youth', i),
          idOf('post', cadre),
          orgOf(cadre),
          fieldOf(i),
          'cadre',
          began,
          countsUntil(BIRTH_MONTH, policy.age),
        ];
      }),
    },
    {
      table: 'contact_log',
      columns:
        'id, cadre_id, post_id, org_id, task, way, activity, day, late, text, text_state, youths, standing, met, written_at',
      rows: each(size.logs, (n) => {
        const { contact, others, day, task, way, proved } = logOf(size, n, today);
        const cadre = cadreOfContact(size, contact);
        const youths = 1 + others.length;
        return [
          idOf('log', n),
          idOf('cadre', cadre),
          idOf('post', cadre),
          orgOf(cadre),
          task,
          way,
          youths > 1,
          day,
          'f',
          '',
          'shown',
          youths,
          youths,
          proved ? youths : 0,
          `${day} 20:00+08`,
        ];
      }),
    },
    {
      table: 'contact_log_mark',
      columns: 'log_id, contact_id, cadre_id, youth_id, day, counts, state, proof',
      rows: marks(),
    },
  ];
}
