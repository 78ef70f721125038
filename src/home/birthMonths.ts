export interface BirthMonthProps {
  /** `2004-06`; empty until both are chosen. */
  value: string;
  problem?: string | null;
  onChange: (month: string) => void;
}

/** Whoever is too young finds the year too, and is told so kindly (D1.3). */
export const years = { first: 1950, last: new Date().getFullYear() - 6 };

export const monthInWords = (month: string): string =>
  month ? `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月` : '';
