import { codeWords, isOfSite, liveUntil, scannedText } from '../../src/lib/scannedText';

const link = 'https://youth.example.gov.cn/s/Y8zT0cPqgk1m2r3s4t5u6vw.59851000.12345678';

test("WeChat's scanner: a QR code is in the result, a 小程序码 in the path", () => {
  expect(scannedText({ from: 'scanner', result: ` ${link}\n` })).toBe(link);
  expect(scannedText({ from: 'scanner', result: '?', path: 'scan/index?scene=C8zT0c' })).toBe(
    'scan/index?scene=C8zT0c',
  );
  expect(scannedText({ from: 'scanner', result: '' })).toBeNull();
});

test('a page opened by a 小程序码 or by a printed link: decoded once', () => {
  expect(scannedText({ from: 'query', scene: 'C8zT0c' })).toBe('C8zT0c');
  expect(scannedText({ from: 'query', q: encodeURIComponent(link) })).toBe(link);
  expect(scannedText({ from: 'query', q: encodeURIComponent('https://x/s/A%2FB') })).toBe('https://x/s/A%2FB');
});

test('what cannot be decoded goes to the server as it is', () => {
  expect(scannedText({ from: 'query', q: '100%' })).toBe('100%');
});

test('a page opened with nothing has nothing', () => {
  expect(scannedText({ from: 'query' })).toBeNull();
  expect(scannedText({ from: 'query', scene: '', q: ' ' })).toBeNull();
});

test("a browser's address is a code only below /s/", () => {
  expect(scannedText({ from: 'address', href: link, pathname: '/s/Y8zT0cPqgk1m2r3s4t5u6vw.59851000.12345678' })).toBe(
    link,
  );
  expect(scannedText({ from: 'address', href: 'https://x/', pathname: '/' })).toBeNull();
  expect(scannedText({ from: 'address', href: 'https://x/s/', pathname: '/s/' })).toBeNull();
});

test.each([
  ['a youth’s live code', link, '青年的码'],
  ['a cadre’s live code', link.replace('/s/Y', '/s/C'), '团干部的见面码'],
  ['a cadre’s card', 'https://youth.example.gov.cn/s/C8zT0cPqgk1m2r3s4t5u6vw', '团干部的名片码'],
])('what is scanned without a network is called by its kind: %s', (_which, text, words) => {
  expect(codeWords(text)).toBe(words);
});

test('D4.2 a site’s live code makes a day for a day, a person’s only for the minutes', () => {
  const ofSite = link.replace('/s/Y', '/s/S');
  const step = 59851000 * 30_000;
  expect([liveUntil(link), liveUntil(ofSite)]).toEqual([step + 15 * 60_000, step + 24 * 3_600_000]);
  expect(liveUntil('S8zT0cPqgk1m2r3s4t5u6vw')).toBeNull();
  expect([ofSite, 'S8zT0cPqgk1m2r3s4t5u6vw', 'scan/index?scene=S8zT0cPqgk1m2r3s4t5u6vw'].map(isOfSite)).toEqual([
    true,
    true,
    true,
  ]);
  expect([link, 'Y8zT0SPqgk1m2r3s4t5u6vw'].some(isOfSite)).toBe(false);
});
