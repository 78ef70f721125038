import type { ChannelKind } from '../../../../types/words';

const signs = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const signsOf = (text: string): string[] => Array.from(signs.segment(text), ({ segment }) => segment);

/** From as many digits on, seven of them still leave four unknown. */
const WHOLE_NUMBER = 11;

/**
 * D9.7 What lists show of a channel: of a phone number the first three and the last four, of anything else the first and
 * the last sign, and never its length. Of two signs the first, of one none.
 */
export function masked(kind: ChannelKind, value: string): string {
  const all = signsOf(value);
  const isNumber = kind === 'phone' && /^\d+$/.test(value) && all.length >= WHOLE_NUMBER;
  const [head, tail] = isNumber ? [3, 4] : all.length > 2 ? [1, 1] : [all.length - 1, 0];
  return `${all.slice(0, head).join('')}****${all.slice(all.length - tail).join('')}`;
}

interface Administered {
  name: string;
  path: string;
}

/** D1.5 As administrator of what one looks at an organisation: the nearest above it. Null for one out of scope. */
export const administeredAbove = (path: string, administered: readonly Administered[]): string | null =>
  administered.filter((root) => path.startsWith(root.path)).sort((a, b) => b.path.length - a.path.length)[0]?.name ??
  null;
