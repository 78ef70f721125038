import { parseArgs } from 'node:util';

export interface Options {
  runs: number;
  /** How many times the usual amount of data stands around what is measured. */
  scale: number;
  /** Fewer calls a run: to see that it works, not to be quoted. */
  quick: boolean;
}

export function readOptions(args: string[], names: readonly string[]): Options & { only: string[] } {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: 'string' },
      scale: { type: 'string', default: '1' },
      only: { type: 'string', multiple: true, default: [...names] },
      quick: { type: 'boolean', default: false },
    },
  });
  const { only, quick } = values;
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`--only takes one of ${names.join(', ')}; it can be given several times`);
  return {
    runs: positive('runs', values.runs ?? (quick ? '2' : '5')),
    scale: positive('scale', values.scale),
    only,
    quick,
  };
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`--${name} is ${text}; it must be a whole number above 0`);
}
