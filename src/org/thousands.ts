/** `4217` as `4 217`, with a thin gap. */
export const thousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '\u2009');
