/** One day of the map: its column and row, from the upper left. */
interface Cell {
  column: number;
  row: number;
}

const pitch = 12;
const edge = 10;
/** As wide as the half years that touch the most weeks: one of 184 days that begins on a Sunday. */
const columns = 28;

const pen = 1.5;

const square = ({ column, row }: Cell, inset: number): string =>
  `<rect x="${column * pitch + inset}" y="${row * pitch + inset}" width="${edge - 2 * inset}" height="${edge - 2 * inset}" rx="2"/>`;

/** Small squares at their places, to be drawn in one colour; or only their outlines. */
export const heatSvg = (cells: readonly Cell[], outlined = false): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${columns * pitch - 2} ${7 * pitch - 2}"${
    outlined ? ` fill="none" stroke="#000" stroke-width="${pen}"` : ''
  }>${cells.map((cell) => square(cell, outlined ? pen / 2 : 0)).join('')}</svg>`;

const dayLength = 86_400_000;
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayAt = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

export interface HeatCell extends Cell {
  day: string;
}

/** The days of one half of a year, a column a week, Monday on top. */
export const halfYear = (year: number, half: 0 | 1): HeatCell[] => {
  const first = utc(`${year}-${half === 0 ? '01' : '07'}-01`);
  const end = utc(half === 0 ? `${year}-07-01` : `${year + 1}-01-01`);
  const offset = (new Date(first).getUTCDay() + 6) % 7;
  return Array.from({ length: (end - first) / dayLength }, (_, place) => ({
    day: dayAt(first + place * dayLength),
    column: Math.floor((place + offset) / 7),
    row: (place + offset) % 7,
  }));
};

/** Where each month begins, as a part of the width. */
export const monthPlaces = (cells: readonly HeatCell[]): { month: number; left: number }[] =>
  cells
    .filter(({ day }) => day.endsWith('-01'))
    .map(({ day, column }) => ({ month: Number(day.slice(5, 7)), left: column / columns }));
