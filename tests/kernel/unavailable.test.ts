import { DatabaseError } from 'pg';
import { isUnavailable, Unavailable } from '../../cloudfunctions/api/kernel/unavailable';

const ofDatabase = (code: string) => Object.assign(new DatabaseError('said', 1, 'error'), { code });
const ofSystem = (code: string) => Object.assign(new Error(`connect ${code}`), { code });

it.each(['08006', '40001', '40P01', '53100', '53300', '57P01', '57P03', '25006', '57014', '25P03'])(
  'SQLSTATE %s passes by itself',
  (code) => expect(isUnavailable(ofDatabase(code))).toBe(true),
);

it.each(['23505', '42601', '42501', '22P02', '28P01', '3D000', '25P02', 'XX000'])('SQLSTATE %s is a fault', (code) =>
  expect(isUnavailable(ofDatabase(code))).toBe(false),
);

it.each([
  ['a connection refused', ofSystem('ECONNREFUSED')],
  ['a connection broken', ofSystem('ECONNRESET')],
  ['what WeChat did not answer', new TypeError('fetch failed', { cause: ofSystem('ECONNREFUSED') })],
  ['a time limit that ran out', new DOMException('The operation was aborted', 'TimeoutError')],
  ['what we know ourselves', new Unavailable('no answer in time')],
])('so does %s', (_, error) => expect(isUnavailable(error)).toBe(true));

it.each([new TypeError('x is undefined'), ofSystem('ENOENT'), 'thrown', null])('%s is a fault', (error) =>
  expect(isUnavailable(error)).toBe(false),
);
