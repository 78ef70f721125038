import { command } from './command.mjs';
import { runTypeScript } from './typescript.mjs';

await command(() => runTypeScript('./build/all.ts', undefined, ...process.argv.slice(2)));
