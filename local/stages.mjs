import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks } from './checks.mjs';
import { chromium } from './chromium.mjs';
import { explain } from './command.mjs';
import { runTool } from './tool.mjs';
import { runTypeScript } from './typescript.mjs';

const PASSED = { passed: 1, failed: 0 };
const FAILED = { passed: 0, failed: 1 };

/** Test files at once, on a machine of any size: one where they share a stand-in, or count seconds while things break. */
const WORKERS = { db: 2, fault: 1, mini: 1, e2e: 1, gallery: 1 };

/** In order. A stage with `only` can be asked for alone; `needsBuild` then brings the build along. */
export const STAGES = [
  { title: 'Checks', run: runChecks },
  { title: 'Rules and helpers', only: 'unit', run: (signal) => runJest('unit', signal) },
  { title: 'On the database', only: 'db', run: (signal) => runOn('test-database', 'db', signal) },
  { title: 'When things break', only: 'fault', run: (signal) => runOn('test-faults', 'fault', signal) },
  { title: 'Build', isBuild: true, run: build },
  { title: 'What was built', only: 'built', needsBuild: true, run: (signal) => runJest('built', signal) },
  {
    title: 'The built mini-program',
    only: 'mini',
    needsBuild: true,
    run: (signal) => runOn('test-stand-in', 'mini', signal),
  },
  { title: 'In the browser', only: 'e2e', needsBuild: true, run: (signal) => runInBrowser('e2e', signal) },
  {
    title: 'Pictures',
    only: 'gallery',
    onDemand: true,
    run: photograph,
  },
];

function build(signal) {
  return runBuild('./build/all.ts', signal);
}

/** The pictures have a build of their own, with a page that no other build has. */
async function photograph(signal) {
  const { failed } = await runBuild('./build/gallery.ts', signal);
  return failed ? FAILED : runInBrowser('gallery', signal);
}

async function runBuild(file, signal) {
  try {
    await runTypeScript(file, signal);
    return PASSED;
  } catch (error) {
    console.error(explain(error));
    return FAILED;
  }
}

async function runInBrowser(project, signal) {
  process.env.CHROMIUM_PATH = await chromium();
  return runOn('test-stand-in', project, signal);
}

async function runOn(data, project, signal) {
  try {
    return await runJest(project, signal);
  } finally {
    await runTypeScript('./after-stage.ts', data);
  }
}

async function runJest(project, signal) {
  const folder = mkdtempSync(join(tmpdir(), 'youth-test-'));
  const report = join(folder, 'report.json');
  const args = ['--selectProjects', project, '--passWithNoTests', '--json', `--outputFile=${report}`];
  if (WORKERS[project]) args.push(`--maxWorkers=${WORKERS[project]}`);
  const { passed } = await runTool(['jest/bin/jest.js', ...args], { show: true, signal });
  const counts = countsIn(report);
  rmSync(folder, { recursive: true });
  return passed || counts.failed ? counts : { ...counts, failed: 1 };
}

/** A test file that could not even be loaded counts as one that failed; so does a run that left no report. */
function countsIn(report) {
  try {
    const found = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: found.numPassedTests, failed: found.numFailedTests + found.numRuntimeErrorTestSuites };
  } catch {
    return FAILED;
  }
}
