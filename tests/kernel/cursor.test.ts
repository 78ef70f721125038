import fc from 'fast-check';
import * as z from 'zod';
import { parseCursor, printCursor } from '../../cloudfunctions/api/kernel/cursor';

const id = '01a20eff-20a5-7c7f-9a2b-18fb75847258';
const named = z.tuple([z.string().min(1), z.uuid()]);
const timed = z.tuple([z.iso.datetime({ precision: 6 }), z.uuid()]);

it('a cursor of ours comes back', () => {
  expect(parseCursor(printCursor('何志远', id), named)).toEqual(['何志远', id]);
  expect(parseCursor(printCursor('2026-11-26T01:02:03.123456Z', id), timed)).toEqual([
    '2026-11-26T01:02:03.123456Z',
    id,
  ]);
});

it.each([
  ['too few parts', printCursor(id)],
  ['too many', printCursor('a', id, id)],
  ['no uuid', printCursor('a', '-'.repeat(36))],
  ['a number', Buffer.from('[1,2]').toString('base64url')],
  ['an object', Buffer.from('{"0":"a"}').toString('base64url')],
  ['nonsense', 'bm90IG91cnM'],
])('%s begins anew', (_, text) => {
  expect(parseCursor(text, named)).toBeNull();
});

it('an instant that no calendar has begins anew', () => {
  expect(parseCursor(printCursor('9999-99-99T99:99:99.999999Z', id), timed)).toBeNull();
});

it('whatever it is given, it does not throw', () => {
  fc.assert(fc.property(fc.string(), (text) => expect(parseCursor(text, named)).toBeNull()));
});
