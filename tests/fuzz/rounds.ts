import { createHash } from 'node:crypto';
import fc from 'fast-check';

/** Fixed, so that a run of the tests is the same everywhere; another one explores. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_124);

export const runsOr = (usual: number): number => Number(process.env.FUZZ_RUNS ?? usual);

/** So few calls that nobody of a round's cast comes near a limit on calls, which is in force here as everywhere. */
const ROUND = 120;

/** Long enough for as many runs as were asked for, on a machine that does other things as well. */
export const timeFor = (runs: number): number => 30_000 + runs * 300;

const numberOf = (name: string): number => createHash('sha256').update(name).digest().readUInt16BE();

/** Checks a property so many times, in rounds: each has a cast of its own. Under another name other values come. */
export async function inRounds<T>(
  name: string,
  runs: number,
  round: () => Promise<fc.IAsyncProperty<T>>,
): Promise<void> {
  for (let done = 0; done < runs; done += ROUND) {
    const property = await round();
    await fc.assert(property, { seed: SEED + numberOf(name) + done, numRuns: Math.min(ROUND, runs - done) });
  }
}
