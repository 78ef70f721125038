import open from './ledger.open.json';
import { readLedger } from './ledger';

/** `npm run rules`: each number of the domain page, where it is held, which tests bear it, what of it is not built yet. */
for (const [number, { text, held, tests }] of readLedger().entries) {
  console.log(`\n${number}  ${text}…`);
  held.forEach((where) => console.log(`  held   ${where}`));
  tests.forEach((title) => console.log(`  test   ${title}`));
  const missing = open.filter((entry) => entry === number || entry.startsWith(`${number} `));
  missing.forEach((entry) => console.log(`  open   ${entry.slice(number.length + 1) || 'not built yet'}`));
}
