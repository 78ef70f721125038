import { readLedger } from './ledger';

/** `npm run rules`: each number of the domain page, where it is held, and which tests bear it. */
for (const [number, { text, held, tests }] of readLedger().entries) {
  console.log(`\n${number}  ${text}…`);
  if (held.length === 0) console.log('  not built yet');
  held.forEach((where) => console.log(`  held   ${where}`));
  tests.forEach((title) => console.log(`  test   ${title}`));
}
