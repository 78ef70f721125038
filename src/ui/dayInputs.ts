import type { Problem } from './Labelled';

export interface DayInputProps extends Problem {
  /** What a screen reader calls it. */
  name: string;
  /** `2026-11-26`; empty while none is chosen. */
  value: string;
  first?: string;
  last?: string;
  onChange: (day: string) => void;
}
