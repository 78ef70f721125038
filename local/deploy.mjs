import { command } from './command.mjs';
import { runTypeScript } from './typescript.mjs';

await command(() => runTypeScript('./deploy/deploy.ts', process.argv.slice(2)));
