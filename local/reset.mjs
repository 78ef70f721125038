import { setUp } from './setup.mjs';
import { runTypeScript } from './typescript.mjs';

await setUp();
await runTypeScript('./reset.ts');
