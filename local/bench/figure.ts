import type { Ground } from './ground';
import type { Options } from './options';
import type { Table } from './table';

export interface Measured {
  tables: Table[];
  /** The same for programs, into `.local/bench.json`. */
  figures: object;
}

export interface Figure {
  name: string;
  needsScreens?: boolean;
  measure: (options: Options, ground: Ground) => Promise<Measured>;
}
