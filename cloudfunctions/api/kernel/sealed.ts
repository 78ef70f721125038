import { aboutChannel } from './channels';

/** A column whose values are sealed with the field key (D9.7). */
export interface SealedColumn {
  table: string;
  column: string;
  /** The columns that name a row; with them the value was sealed, and by them one that does not open is found. */
  key: readonly string[];
  about: (...key: string[]) => string;
}

export const aboutBinding = (bindingId: string): string => `binding|${bindingId}`;

export type ConcernPart = 'text' | 'answer';

export const aboutConcern = (part: ConcernPart, concernId: string): string => `concern|${concernId}|${part}`;

/** Every sealed column: when the key changes, all of them are sealed anew. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'channel', column: 'sealed', key: ['person_id', 'kind'], about: aboutChannel },
  { table: 'binding', column: 'sealed_account', key: ['id'], about: (id = '') => aboutBinding(id) },
  { table: 'concern', column: 'sealed', key: ['id'], about: (id = '') => aboutConcern('text', id) },
  { table: 'concern', column: 'sealed_answer', key: ['id'], about: (id = '') => aboutConcern('answer', id) },
];
