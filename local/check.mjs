import { runChecks } from './checks.mjs';
import { setUp } from './setup.mjs';

await setUp();
const { failed } = await runChecks();
process.exitCode = failed ? 1 : 0;
