import { runChecks } from './checks.mjs';
import { command } from './command.mjs';

await command(async () => {
  const { failed } = await runChecks();
  process.exitCode = failed ? 1 : 0;
});
