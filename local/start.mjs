import { command } from './command.mjs';
import { runTypeScript } from './typescript.mjs';

await command(() => runTypeScript('./start.ts'));
