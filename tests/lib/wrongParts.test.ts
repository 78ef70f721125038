import { createORPCErrorFromJson } from '@orpc/client';
import { wrongParts } from '../../src/lib/wrongParts';

const arriving = (code: string, data: unknown) =>
  createORPCErrorFromJson({ defined: false, code, status: 400, message: code, data });

test('names the parts of bad input, and none where nothing is named', () => {
  const issues = [{ path: ['name'], message: 'x' }, { path: ['channels', 1, 'value'] }];
  expect(wrongParts(arriving('BAD_REQUEST', { issues }))).toEqual(['name', 'channels.1.value']);
  expect(wrongParts(arriving('BAD_REQUEST', { issues: [] }))).toEqual([]);
  expect(wrongParts(arriving('BAD_REQUEST', null))).toEqual([]);
});

test('is about bad input only', () => {
  expect(wrongParts(arriving('FAULT', { issues: [{ path: ['name'] }] }))).toEqual([]);
  expect(wrongParts(new TypeError('x'))).toEqual([]);
});
