import { explain } from './command.mjs';
import { setUp } from './setup.mjs';

const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => ending.abort());

const total = { passed: 0, failed: 0 };
try {
  await setUp();
  await runStages(await stagesAskedFor());
} catch (error) {
  console.error(explain(error));
  total.failed += 1;
}
process.exitCode = total.failed ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed`);

async function stagesAskedFor() {
  const { STAGES } = await import('./stages.mjs');
  const flag = process.argv.indexOf('--only');
  if (flag < 0) return STAGES.filter((stage) => !stage.onDemand);
  const wanted = STAGES.find((stage) => stage.only === process.argv[flag + 1]);
  if (!wanted) throw new Error(`--only takes one of ${STAGES.flatMap((stage) => stage.only ?? []).join(', ')}`);
  return STAGES.filter((stage) => stage === wanted || (stage.isBuild && wanted.needsBuild));
}

/** Without a build, the stages that test it can only fail for a reason that is already known. */
async function runStages(stages) {
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
}
