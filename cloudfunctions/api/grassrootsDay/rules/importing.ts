import type { Policy } from '../../../../config/policy';
import type { SheetRow, Settled, Wrong } from '../../../../types/grassrootsDay/importing';
import type { CellWrong, SiteColumn, SiteKind } from '../../../../types/words';
import type { Position } from './site';

type Cell = SheetRow['name'];
type Longest = Policy['grassrootsDay']['site'];

/** What a row says of a site; null where it says nothing that could be one. */
export interface RowFacts {
  kind: SiteKind;
  name: string;
  address: string;
  position: Position | null;
}

export interface RowRead {
  facts: RowFacts | null;
  /** The name of its organisation; null where that is the one whose table it is. */
  org: string | null;
  wrongs: Wrong[];
}

/** D4.1 The words of the notice. */
const KINDS: Record<string, SiteKind> = {
  区域: 'area',
  园区: 'park',
  非公企业: 'enterprise',
  社会组织: 'socialOrg',
  青少年综合服务平台: 'servicePlatform',
  服务平台: 'servicePlatform',
};

/** Full-width letters and digits, wide spaces, and the parts of characters that a PDF has in place of characters. */
const SPELLED_OTHERWISE = /[\p{L}\p{Nd}\p{Zs}\u2f00-\u2fd5]/gu;

/** C35 A text as somebody would have typed it with care. Punctuation stays: 、（） are what they are in a name. */
export const cleaned = (text: string): string =>
  text
    .replace(SPELLED_OTHERWISE, (letter) => letter.normalize('NFKC'))
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

type Said<Value> = { value: Value } | { wrong: CellWrong };

function textOf(cell: Cell, { least, most }: { least: number; most: number }): Said<string> {
  // A table program makes a number of what looks like one, and a day is one as well.
  if (typeof cell === 'number') return { wrong: 'notText' };
  const text = cleaned(cell ?? '');
  if (!text) return { wrong: 'empty' };
  if (text.length < least) return { wrong: 'short' };
  if (text.length > most) return { wrong: 'long' };
  return /[\p{Cc}\p{Cs}<>]/u.test(text) ? { wrong: 'symbols' } : { value: text };
}

function kindOf(cell: Cell): Said<SiteKind> {
  const said = textOf(cell, { least: 1, most: Infinity });
  if ('wrong' in said) return said;
  const kind = KINDS[said.value.replace(/ /g, '')];
  return kind ? { value: kind } : { wrong: 'unknown' };
}

const DEGREES = /^[+-]?\d{1,3}(?:\.\d+)?$/;
/** As a map shows both at once. */
const BOTH = /^([^,;\s]+)[,;\s]+([^,;\s]+)$/;

const plain = (cell: Cell): string | number =>
  typeof cell === 'number' ? cell : cleaned((cell ?? '').normalize('NFKC')).replace(/°/g, '');

const degreesOf = (text: string | number): number | null =>
  typeof text === 'number' ? text : DEGREES.test(text) ? Number(text) : null;

type Place = { position: Position | null } | { wrongs: Wrong[] };

/** D4.1 Where a site is, by two cells, or by one with both; nowhere when they are empty. */
function positionOf(north: Cell, east: Cell): Place {
  let [latitude, longitude] = [plain(north), plain(east)];
  const both = typeof latitude === 'string' && longitude === '' ? BOTH.exec(latitude.replace(/、/g, ',')) : null;
  if (both) [latitude, longitude] = [both[1] ?? '', both[2] ?? ''];
  if (latitude === '' && longitude === '') return { position: null };
  const wrongs: Wrong[] = [];
  const given = { latitude: degreesOf(latitude), longitude: degreesOf(longitude) };
  for (const [column, text] of [
    ['latitude', latitude],
    ['longitude', longitude],
  ] as const) {
    if (text === '') wrongs.push({ column, wrong: 'empty' });
    else if (given[column] === null) wrongs.push({ column, wrong: 'notNumber' });
  }
  if (wrongs.length > 0 || given.latitude === null || given.longitude === null) return { wrongs };
  const [up, along] = [Math.abs(given.latitude), Math.abs(given.longitude)];
  if (up > 90) return { wrongs: [{ column: 'latitude', wrong: up <= 180 && along <= 90 ? 'swapped' : 'notNumber' }] };
  if (along > 180) return { wrongs: [{ column: 'longitude', wrong: 'notNumber' }] };
  return { position: { latitude: given.latitude, longitude: given.longitude } };
}

/** C35 A row as its cells were read: what it says, and every cell that is wrong, so that one look at the table is enough. */
export function readRow(row: SheetRow, longest: Longest): RowRead {
  const kind = kindOf(row.kind);
  const name = textOf(row.name, { least: 2, most: longest.name });
  const address = textOf(row.address, { least: 2, most: longest.address });
  const place = positionOf(row.latitude, row.longitude);
  const org = textOf(row.org ?? null, { least: 1, most: Infinity });
  const said: [SiteColumn, Said<unknown>][] = [
    ['kind', kind],
    ['name', name],
    ['address', address],
    ['org', 'wrong' in org && org.wrong === 'empty' ? { value: null } : org],
  ];
  const wrongs = said.flatMap(([column, each]) => ('wrong' in each ? [{ column, wrong: each.wrong }] : []));
  const whole = 'value' in kind && 'value' in name && 'value' in address && 'position' in place;
  return {
    facts: whole ? { kind: kind.value, name: name.value, address: address.value, position: place.position } : null,
    org: 'value' in org ? org.value : null,
    wrongs: 'wrongs' in place ? [...wrongs, ...place.wrongs] : wrongs,
  };
}

/** A row of which one knows whose site it would be; `null` where it would be none. */
export interface PlacedRow {
  site: (RowFacts & { orgId: number }) | null;
  wrongs: Wrong[];
}

/** D1.5, C35 Whose site it is: of the organisation whose table it is, or of another one that the actor administers, by its name. */
export function placeRow(
  { facts, org, wrongs }: RowRead,
  orgId: number,
  named: ReadonlyMap<string, { orgId: number; howMany: number }>,
): PlacedRow {
  const other = org === null ? { orgId, howMany: 1 } : named.get(org);
  const wrong: CellWrong | null = !other ? 'unknown' : other.howMany > 1 ? 'several' : null;
  const all = wrong ? [...wrongs, { column: 'org' as const, wrong }] : wrongs;
  return { site: other && facts && all.length === 0 ? { ...facts, orgId: other.orgId } : null, wrongs: all };
}

/** What is registered under a name. */
export interface Registered extends RowFacts {
  orgId: number;
  closed: boolean;
}

export const siteKey = ({ orgId, name }: { orgId: number; name: string }): string => `${orgId} ${name}`;

function differing(a: RowFacts, b: RowFacts): SiteColumn[] {
  const columns: [SiteColumn, boolean][] = [
    ['kind', a.kind === b.kind],
    ['address', a.address === b.address],
    ['latitude', a.position?.latitude === b.position?.latitude],
    ['longitude', a.position?.longitude === b.position?.longitude],
  ];
  return columns.flatMap(([column, same]) => (same ? [] : [column]));
}

/**
 * C35 What becomes of each row: an organisation has one site of a name, so a row that says the same as what is registered,
 * or as an earlier row, changes nothing, and one that says something else is wrong.
 */
export function settleRows(rows: readonly PlacedRow[], registered: readonly Registered[]): Settled[] {
  const known = new Map(registered.map((site) => [siteKey(site), site]));
  const first = new Map<string, { site: RowFacts; place: number; settled: Settled }>();
  return rows.map(({ site, wrongs }, place) => {
    if (!site) return { state: 'wrong', wrongs };
    const before = first.get(siteKey(site));
    if (before) return repeated(site, before);
    const settled = settledBy(site, known.get(siteKey(site)));
    first.set(siteKey(site), { site, place, settled });
    return settled;
  });
}

function settledBy(site: RowFacts, kept: Registered | undefined): Settled {
  if (!kept) return { state: 'new', wrongs: [] };
  const wrongs = differing(site, kept).map((column): Wrong => ({ column, wrong: 'differs' }));
  if (wrongs.length > 0) return { state: 'wrong', wrongs };
  return { state: kept.closed ? 'closed' : 'unchanged', wrongs };
}

function repeated(site: RowFacts, before: { site: RowFacts; place: number; settled: Settled }): Settled {
  if (differing(site, before.site).length > 0)
    return { state: 'wrong', wrongs: [{ column: 'name', wrong: 'repeated', like: before.place }] };
  return before.settled.state === 'new' ? { state: 'unchanged', wrongs: [] } : before.settled;
}
