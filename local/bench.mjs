import { command } from './command.mjs';
import { runTypeScript } from './typescript.mjs';

await command(() => runTypeScript('./bench/main.ts', process.argv.slice(2)));
