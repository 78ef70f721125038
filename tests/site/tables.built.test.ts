import { readFileSync } from 'node:fs';
import { filesBelow, firstScreenFiles, H5, WEAPP } from '../../local/build/sizes';

/** What no file without one of the libraries has in it: part of every workbook. */
const OF_A_WORKBOOK = 'workbook.xml';

const having = (files: string[]): string[] =>
  files.filter((file) => file.endsWith('.js') && readFileSync(file, 'utf8').includes(OF_A_WORKBOOK));

it('C35 what reads and writes tables comes when it is asked for: not on the first screen, and never in the mini-program', () => {
  expect(having(filesBelow(H5)).length).toBeGreaterThan(0);
  expect(having(firstScreenFiles())).toEqual([]);
  expect(having(filesBelow(WEAPP))).toEqual([]);
});
