import { setUp } from './setup.mjs';

/** Runs one of the commands of package.json, in a checkout that is set up. */
export async function command(work) {
  try {
    await setUp();
    await work();
  } catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
  }
}

/** What is thrown on purpose is a sentence for people; anything else is a fault and shows where it came from. */
export const explain = (error) => (error.constructor === Error ? error.message : error);
