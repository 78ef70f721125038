import { parseCode, type Code, type PersonCode } from './codes';
import { refuse } from './errors';

/** D4.2 A person's code; a site's is refused, so that nobody takes one for the other. */
export function personCode(text: string, host: string): PersonCode {
  const { kind, ...code } = parseCode(text, host) ?? refuse('CODE_FOREIGN', {});
  return kind === 'site' ? refuse('CODE_OF_SITE', {}) : { kind, ...code };
}

/** D4.2 A site's code; a person's is refused. */
export function siteCode(text: string, host: string): Code<'site'> {
  const { kind, ...code } = parseCode(text, host) ?? refuse('CODE_FOREIGN', {});
  return kind === 'site' ? { kind, ...code } : refuse('CODE_OF_PERSON', {});
}
