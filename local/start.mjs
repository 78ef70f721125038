import { setUp } from './setup.mjs';
import { runTypeScript } from './typescript.mjs';

try {
  await setUp();
  await runTypeScript('./start.ts');
} catch (error) {
  // What is thrown on purpose is a sentence for people; anything else is a fault and shows where it came from.
  console.error(error.constructor === Error ? error.message : error);
  process.exitCode = 1;
}
