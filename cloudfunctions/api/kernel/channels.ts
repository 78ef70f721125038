import type { ChannelKind } from '../../../types/words';
import { readKeys, seal, unseal } from './secrets';

export const aboutChannel = (personId: string, kind: string) => `channel|${personId}|${kind}`;

/** D9.7 A channel's value as the table keeps it, bound to its person and kind. */
export const sealChannel = (fieldKey: string, personId: string, kind: ChannelKind, value: string): string =>
  seal(readKeys(fieldKey), aboutChannel(personId, kind), value);

/** A channel's value; a value that cannot be opened is a fault, never an empty channel. */
export function openChannel(fieldKey: string, personId: string, kind: string, sealed: string): string {
  const value = unseal(readKeys(fieldKey), aboutChannel(personId, kind), sealed);
  if (value === null) throw new Error(`a ${kind} channel cannot be opened with the key in force`);
  return value;
}
