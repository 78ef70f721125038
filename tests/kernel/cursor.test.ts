import fc from 'fast-check';
import { parseCursor, printCursor } from '../../cloudfunctions/api/kernel/cursor';

const UUID = /^[0-9a-f-]{36}$/;

it('a cursor of ours comes back, anything else begins anew', () => {
  const id = '01a20eff-20a5-7c7f-9a2b-18fb75847258';
  expect(parseCursor(printCursor('何志远', id), /^[\s\S]*$/, UUID)).toEqual(['何志远', id]);
  expect(parseCursor(printCursor(id), /^[\s\S]*$/, UUID)).toBeNull();
  expect(parseCursor(printCursor('a', "'; drop table contact"), /^a$/, UUID)).toBeNull();
  expect(parseCursor(undefined, UUID)).toBeNull();
  fc.assert(fc.property(fc.string(), (text) => expect(parseCursor(text, UUID)).toBeNull()));
});
