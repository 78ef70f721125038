/** A day is a date there, a share of one is shown in per cent, and a text is a text whatever it begins with. */
export type Cell = string | number | { day: string } | { share: number } | null;

interface Column {
  heading: string;
  /** How wide it is, in characters. */
  width: number;
  /** What is typed below it stays as it was typed. */
  typed?: true;
}

/** A sheet of a table that somebody takes away. */
export interface Table {
  name: string;
  columns: Column[];
  rows: Cell[][];
  /** How many columns at the left stay in sight. */
  fixed?: number;
  /** How many empty rows below are meant to be filled in. */
  empty?: number;
}

/** What stands in a cell of somebody's table. */
export type ReadCell = string | number | boolean | Date | null;

/** Why there is nothing to read in a file: the old format or a password, no table, one that is too large; no network. */
export type Unread = 'old' | 'noTable' | 'large' | 'notLoaded';
