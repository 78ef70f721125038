import { setUp } from './setup.mjs';
import { runTypeScript } from './typescript.mjs';

const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => ending.abort());

const total = { passed: 0, failed: 0 };
try {
  await setUp();
  await runStages(await stagesAskedFor());
} catch (error) {
  console.error(error);
  total.failed += 1;
}
process.exitCode = total.failed ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed`);

async function stagesAskedFor() {
  const { STAGES } = await import('./stages.mjs');
  const only = process.argv.includes('--only') ? process.argv.at(process.argv.indexOf('--only') + 1) : null;
  if (!only) return STAGES.filter((stage) => !stage.onDemand);
  const wanted = STAGES.find((stage) => stage.only === only);
  if (!wanted) throw new Error(`--only takes ${STAGES.flatMap((stage) => stage.only ?? []).join(', ')}`);
  return STAGES.filter((stage) => stage === wanted || (stage.isBuild && wanted.needsBuild));
}

/** Without a build, the stages that test it can only fail for a reason that is already known. */
async function runStages(stages) {
  try {
    let built = true;
    for (const stage of stages) {
      if (stage.needsBuild && !built) continue;
      console.log(`\n${stage.title}`);
      const { passed, failed } = await stage.run(ending.signal);
      total.passed += passed;
      total.failed += failed;
      if (stage.isBuild) built = !failed;
      if (ending.signal.aborted) throw new Error('Broken off.');
    }
  } finally {
    await runTypeScript('./after-tests.ts');
  }
}
