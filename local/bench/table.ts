export interface Table {
  title: string;
  heads: readonly string[];
  rows: readonly (readonly string[])[];
}

/** The first column to the left, all others to the right. */
export function printTable({ title, heads, rows }: Table): void {
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => (row[at] ?? '').length)));
  const line = (cells: readonly string[]) =>
    widths.map((width, at) => (at ? (cells[at] ?? '').padStart(width) : (cells[at] ?? '').padEnd(width))).join('  ');
  console.log(`\n${title}`);
  console.log(line(heads));
  console.log(widths.map((width) => '-'.repeat(width)).join('  '));
  for (const row of rows) console.log(line(row));
}
