export interface BirthMonthProps {
  /** `2004-06`; empty until both are chosen. */
  value: string;
  problem?: string | null;
  onChange: (month: string) => void;
}

export const years = { first: 1950, last: 2020 };

export const monthInWords = (month: string): string =>
  month ? `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月` : '';
