import { pageOfCode } from '../../src/lib/codePages';

jest.mock('@tarojs/taro', () => ({}));

const BODY = 'Abcdefghij0123456789_-';

it.each([
  ['D', '/account/approve'],
  ['I', '/org/claim'],
  ['S', '/days/check-in'],
])('a code with %s opens a page of its own, in each form in which it arrives', (letter, page) => {
  const code = letter + BODY;
  for (const text of [code, ` ${code}\n`, `https://youth.example.org/s/${code}`, `home/index?scene=${code}`])
    expect(pageOfCode(text)).toBe(`${page}?q=${encodeURIComponent(text.trim())}`);
});

it('D4.2 a site’s live code opens the check-in', () => {
  const text = `https://youth.example.org/s/S${BODY}.123.12345678`;
  expect(pageOfCode(text)).toBe(`/days/check-in?q=${encodeURIComponent(text)}`);
});

it.each([
  '',
  '你好',
  `https://youth.example.org/s/Y${BODY}.123.12345678`,
  `https://youth.example.org/s/C${BODY}`,
  `https://youth.example.org/s/D${BODY}x`,
  `https://youth.example.org/x/D${BODY}`,
  `D${BODY.slice(1)}`,
  `d${BODY}`,
  `I${BODY}.1.12345678`,
])('any other text is for the scan’s sheet: %s', (text) => {
  expect(pageOfCode(text)).toBeNull();
});
