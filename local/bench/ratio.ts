/** One run: ours and what it is held against, measured one right after the other. */
export interface Pair {
  ours: number;
  baseline: number;
}

export interface Ratio {
  median: number;
  min: number;
  max: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = NaN, high = NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** A ratio per run, so that a slow minute of the machine slows both sides of it. */
export function ratioOf(pairs: readonly Pair[]): Ratio {
  const ratios = pairs.map(({ ours, baseline }) => ours / baseline);
  return { median: median(ratios), min: Math.min(...ratios), max: Math.max(...ratios) };
}

/** The cells of a table: both sides, and how ours stands to the other one. */
export function comparison(pairs: readonly Pair[], digits: number, ratioDigits = 2): string[] {
  const { median: middle, min, max } = ratioOf(pairs);
  return [
    median(pairs.map(({ ours }) => ours)).toFixed(digits),
    median(pairs.map(({ baseline }) => baseline)).toFixed(digits),
    ...[middle, min, max].map((ratio) => ratio.toFixed(ratioDigits)),
  ];
}

/** Runs both sides, the one that goes first by turns. */
export async function interleaved(
  run: number,
  ours: () => Promise<number>,
  baseline: () => Promise<number>,
): Promise<Pair> {
  if (run % 2 === 0) return { ours: await ours(), baseline: await baseline() };
  const first = await baseline();
  return { ours: await ours(), baseline: first };
}
