import { runTool } from './tool.mjs';

const FOLDERS = ['src', 'cloudfunctions', 'config', 'types', 'local', 'tests'];

/** The slowest first, so that the others fit beside it. */
const CHECKS = [
  { name: 'lint', tool: ['eslint/bin/eslint.js', '.', '--max-warnings', '0'] },
  {
    name: 'types',
    tool: ['typescript/bin/tsc', '--project', '.', '--incremental', '--tsBuildInfoFile', '.local/types.json'],
  },
  { name: 'format', tool: ['prettier/bin/prettier.cjs', '.', '--check', '--log-level', 'warn'] },
  { name: 'arrows', tool: ['dependency-cruiser/bin/dependency-cruise.mjs', ...FOLDERS, '--output-type', 'err'] },
  { name: 'unused', tool: ['knip/bin/knip.js', '--no-progress'] },
];

const AT_ONCE = 2;

/** Everything that can be said about the code without running it, a line each. */
export async function runChecks(signal) {
  const waiting = [...CHECKS];
  const counts = { passed: 0, failed: 0 };
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const begun = Date.now();
      const { passed, output } = await runTool(check.tool, { signal });
      const seconds = ((Date.now() - begun) / 1000).toFixed(1);
      counts[passed ? 'passed' : 'failed'] += 1;
      console.log(`${check.name.padEnd(8)}${passed ? 'ok' : 'FAILED'}  ${seconds} s`);
      if (!passed) console.log(output.trim());
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return counts;
}
