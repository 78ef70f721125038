import { halfYear, heatSvg, monthPlaces } from '../../src/log/heatSvg';

test.each([
  [2026, 181, 184],
  [2028, 182, 184],
  [2029, 181, 184],
])('D2.3 the two halves of %i are all of its days, a week a column, within 28 columns', (year, first, second) => {
  const halves = [halfYear(year, 0), halfYear(year, 1)];
  expect(halves.map((cells) => cells.length)).toEqual([first, second]);
  for (const cells of halves) {
    expect(Math.max(...cells.map(({ column }) => column))).toBeLessThan(28);
    for (const { day, row } of cells) expect(row).toBe((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7);
    expect(new Set(cells.map(({ column, row }) => `${column} ${row}`)).size).toBe(cells.length);
  }
  expect(monthPlaces(halves[1] ?? []).map(({ month }) => month)).toEqual([7, 8, 9, 10, 11, 12]);
});

test('every day given is drawn once, and nothing else', () => {
  expect(heatSvg(halfYear(2026, 0)).match(/<rect/g)).toHaveLength(181);
  expect(heatSvg([])).not.toContain('<rect');
});

test('an outline stays inside of its square', () => {
  const [cell] = halfYear(2026, 1);
  expect(heatSvg(cell ? [cell] : [], true)).toMatch(/stroke-width="1.5".*x="0.75" y="24.75" width="8.5" height="8.5"/);
});
