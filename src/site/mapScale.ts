const STEPS = [5, 2, 1];

/** The longest of 1, 2 or 5 × 10ⁿ metres that is no longer than so many px. */
export function scaleBar(scale: number, longest: number): { width: number; words: string } {
  const most = longest / scale;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = (STEPS.find((step) => step * power <= most) ?? 1) * power;
  return { width: metres * scale, words: metres < 1000 ? `${metres} 米` : `${metres / 1000} 公里` };
}
