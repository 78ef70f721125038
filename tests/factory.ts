import { Faker, zh_CN } from '@faker-js/faker';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { policy } from '../config/policy';
import type { Channel } from '../types/org';
import {
  FIELDS,
  type CheckInReason,
  type CheckInState,
  type Field,
  type Level,
  type Service,
  type SiteKind,
} from '../types/words';
import { codeHash } from '../cloudfunctions/api/kernel/codes';
import { dayOf } from '../cloudfunctions/api/kernel/calendar';
import { sealChannel } from '../cloudfunctions/api/kernel/channels';
import type { Database } from '../cloudfunctions/api/kernel/db';
import { countsUntil } from '../cloudfunctions/api/org/rules';
import { searchText } from '../cloudfunctions/api/org/searchText.apart';

export const APP_ID = 'wx8f3c1a2b4d5e6f70';

export interface MadeOrg {
  id: number;
  name: string;
  path: string;
}

export interface MadePerson {
  personId: string;
  name: string;
  openid: string;
}

export interface MadeCadre extends MadePerson {
  postId: string;
  org: MadeOrg;
}

export interface MadeYouth extends MadePerson {
  birthMonth: string;
  field: Field;
}

export interface MadeContact {
  contactId: string;
  cadre: MadeCadre;
  youth: MadeYouth;
}

export interface MadeSite {
  siteId: string;
  name: string;
  org: MadeOrg;
}

interface SiteWish {
  org: MadeOrg;
  registeredBy?: MadePerson;
  name?: string;
  kind?: SiteKind;
  address?: string;
  position?: { latitude: number; longitude: number };
  contact?: MadePerson;
  closedFrom?: string;
}

interface CheckInWish {
  cadre: MadeCadre;
  site: MadeSite;
  /** When the cadre was there; the day follows from it. */
  at: Date;
  state?: Exclude<CheckInState, 'refused'>;
  because?: CheckInReason;
  outAt?: Date;
  /** Whose tap it took. */
  answered?: { by: MadePerson; as: 'contact' | 'administrator'; at: Date };
}

interface OrgWish {
  parent?: MadeOrg;
  level: Level;
  name: string;
  shortName?: string;
  place?: string;
  leadingOrgan?: boolean;
}

interface CadreWish {
  org: MadeOrg;
  name?: string;
  service?: Service;
  inEstablishment?: boolean;
  leadership?: boolean;
  title?: string;
  from?: string;
  until?: string;
  /** An existing person who takes the post. */
  person?: MadePerson;
}

interface YouthWish {
  name?: string;
  birthMonth?: string;
  field?: Field;
  unit?: string | null;
  noticeVersion?: number;
  registeredAt?: Date;
  person?: MadePerson;
}

interface AdministratorWish {
  org: MadeOrg;
  name?: string;
  from?: string;
  until?: string;
  person?: MadePerson;
}

interface ContactWish {
  cadre: MadeCadre;
  youth: MadeYouth;
  startedAt?: Date;
  startedBy?: 'cadre' | 'youth';
  ended?: { at: Date; by: 'undone' | 'left' };
}

/** Columns of the rows that are written in bulk. */
type Rows = Record<string, Record<string, unknown>[]>;
const ORDER = [
  'person',
  'account',
  'youth',
  'consent',
  'post',
  'administrator',
  'minor_approval',
  'channel',
  'site',
  'check_in',
  'contact',
  'block',
] as const;

/**
 * Makes organisations, people, posts and contacts, for tests and for the demo. Organisations are written at once (the
 * database gives the id); all else is collected and written by `save`, as the database's owner. Given a transaction, it
 * writes all in that one.
 */
export function makeFactory(db: Pick<Database, 'kysely'>, options: { now: Date; seed?: number }) {
  const { now } = options;
  const random = new Faker({ locale: [zh_CN], seed: options.seed ?? 1 });
  let rows: Rows = {};
  let people = 0;
  let sites = 0;
  let madeRegistrar: MadePerson | null = null;
  const add = (table: (typeof ORDER)[number], row: Record<string, unknown>) => (rows[table] ??= []).push(row);

  function aName(): string {
    return random.person.lastName() + random.person.firstName();
  }

  async function anOrg(wish: OrgWish): Promise<MadeOrg> {
    const row = await db.kysely
      .insertInto('org')
      .values({
        parent_id: wish.parent?.id ?? null,
        name: wish.name,
        short_name: wish.shortName ?? wish.name,
        place: wish.place ?? '',
        level: wish.level,
        path: '',
        search: `${searchText(wish.shortName ?? wish.name)} ${wish.name.toLowerCase()}`,
      })
      .returning(['id', 'path'])
      .executeTakeFirstOrThrow();
    if (wish.leadingOrgan)
      await db.kysely.insertInto('leading_organ').values({ org_id: row.id, from_day: '2016-05-01' }).execute();
    return { id: row.id, name: wish.name, path: row.path };
  }

  const nextOpenid = () => `o${String((people += 1)).padStart(27, '0')}`;

  function aPerson(name = aName(), openid = nextOpenid(), createdAt = now): MadePerson {
    const person = { personId: uuidv7(), name, openid };
    add('person', { id: person.personId, name, search: searchText(name), created_at: createdAt });
    add('account', { app_id: APP_ID, openid: person.openid, person_id: person.personId });
    return person;
  }

  const registrar = (): MadePerson => (madeRegistrar ??= aPerson());

  function aCadre(wish: CadreWish): MadeCadre {
    const person = wish.person ?? aPerson(wish.name);
    const postId = uuidv7();
    add('post', {
      id: postId,
      person_id: person.personId,
      org_id: wish.org.id,
      service: wish.service ?? 'fullTime',
      in_establishment: wish.inEstablishment ?? (wish.service ?? 'fullTime') === 'fullTime',
      leadership: wish.leadership ?? false,
      title: wish.title ?? '干部',
      from_day: wish.from ?? '2024-01-01',
      until_day: wish.until ?? null,
    });
    return { ...person, postId, org: wish.org };
  }

  /** A month of birth of somebody who is surely of age and counts. */
  function aBirthMonth(): string {
    const year = now.getUTCFullYear() - random.number.int({ min: 19, max: 34 });
    return `${year}-${String(random.number.int({ min: 1, max: 12 })).padStart(2, '0')}-01`;
  }

  function aYouth(wish: YouthWish = {}): MadeYouth {
    const registeredAt = wish.registeredAt ?? now;
    const person = wish.person ?? aPerson(wish.name, undefined, registeredAt);
    const birthMonth = wish.birthMonth ?? aBirthMonth();
    const field = wish.field ?? random.helpers.arrayElement(FIELDS);
    add('youth', {
      person_id: person.personId,
      birth_month: birthMonth,
      field,
      unit: wish.unit ?? null,
      registered_at: registeredAt,
    });
    add('consent', { person_id: person.personId, version: wish.noticeVersion ?? 1, agreed_at: registeredAt });
    return { ...person, birthMonth, field };
  }

  function anAdministrator(wish: AdministratorWish): MadePerson {
    const person = wish.person ?? aPerson(wish.name);
    add('administrator', {
      person_id: person.personId,
      org_id: wish.org.id,
      from_day: wish.from ?? '2024-01-01',
      until_day: wish.until ?? null,
    });
    return person;
  }

  const approveMinors = (cadre: MadeCadre, approvedBy: MadePerson, from = '2024-01-01') =>
    add('minor_approval', { cadre_id: cadre.personId, from_day: from, approved_by: approvedBy.personId });

  const aChannel = ({ personId }: MadePerson, { kind, circle, value }: Channel, fieldKey: string) =>
    add('channel', { person_id: personId, kind, circle, sealed: sealChannel(fieldKey, personId, kind, value) });

  function aContact({ cadre, youth, startedAt = now, startedBy = 'cadre', ended }: ContactWish): MadeContact {
    const contactId = uuidv7();
    add('contact', {
      id: contactId,
      cadre_id: cadre.personId,
      youth_id: youth.personId,
      post_id: cadre.postId,
      org_id: cadre.org.id,
      field: youth.field,
      started_by: startedBy,
      started_at: startedAt,
      counts_until: countsUntil(youth.birthMonth, policy.age),
      ended_at: ended?.at ?? null,
      ended_by: ended?.by ?? null,
    });
    return { contactId, cadre, youth };
  }

  const aBlock = (youth: MadeYouth, cadre: MadeCadre, createdAt = now) =>
    add('block', { youth_id: youth.personId, cadre_id: cadre.personId, created_at: createdAt });

  function aSite(wish: SiteWish): MadeSite {
    const siteId = uuidv7();
    const name = wish.name ?? `${random.location.street()}青年之家${(sites += 1)}`;
    const address = wish.address ?? random.location.streetAddress();
    add('site', {
      id: siteId,
      org_id: wish.org.id,
      kind: wish.kind ?? 'servicePlatform',
      name,
      address,
      search: `${searchText(name)} ${address.toLowerCase()}`,
      latitude: wish.position?.latitude ?? null,
      longitude: wish.position?.longitude ?? null,
      contact_id: wish.contact?.personId ?? null,
      contact_since: wish.contact ? '2026-01-01' : null,
      code_version: 1,
      // Of no key: its first showing makes it anew.
      code_hash: `\\x${codeHash(siteId).toString('hex')}`,
      closed_from: wish.closedFrom ?? null,
      registered_at: now,
      registered_by: (wish.registeredBy ?? wish.contact ?? registrar()).personId,
    });
    return { siteId, name, org: wish.org };
  }

  function aCheckIn({ cadre, site, at, state = 'confirmed', because, outAt, answered }: CheckInWish): string {
    const id = uuidv7();
    add('check_in', {
      id,
      cadre_id: cadre.personId,
      post_id: cadre.postId,
      org_id: cadre.org.id,
      site_id: site.siteId,
      day: dayOf(at),
      clock: because === undefined || because === 'late' || because === 'ownSite' ? 'step' : 'arrival',
      at,
      state,
      because: because ?? null,
      out_at: outAt ?? null,
      answered_by: answered?.by.personId ?? null,
      answered_as: answered?.as ?? null,
      answered_at: answered?.at ?? null,
    });
    return id;
  }

  /** Writes all that was made since the last time, in one transaction. */
  async function save(): Promise<void> {
    const made = rows;
    rows = {};
    if (db.kysely.isTransaction) await write(db.kysely, made);
    else await db.kysely.transaction().execute((tx) => write(tx, made));
  }

  return {
    anOrg,
    aPerson,
    aCadre,
    aYouth,
    aBirthMonth,
    aName,
    anAdministrator,
    approveMinors,
    aChannel,
    aContact,
    aBlock,
    aSite,
    aCheckIn,
    save,
    random,
    today: dayOf(now),
  };
}

export type Factory = ReturnType<typeof makeFactory>;

/** One statement for a table, however many rows: the database takes them apart. */
async function write(tx: Database['kysely'], made: Rows): Promise<void> {
  for (const table of ORDER) {
    const [first, ...others] = made[table] ?? [];
    if (!first) continue;
    const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
    const rows = JSON.stringify([first, ...others]);
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${rows})`.execute(tx);
  }
}
