import { pageOfCode } from '../../src/lib/codePages';

jest.mock('@tarojs/taro', () => ({}));

const BODY = 'abcdefghijklmnopqrstu-';

it.each([`https://youth.example.org/s/D${BODY}`, `D${BODY}`, ` D${BODY}\n`, `pages/index?scene=D${BODY}`])(
  'a code to sign in by opens its page, as a link, raw or with a scene: %s',
  (text) => {
    expect(pageOfCode(text)).toBe(`/account/approve?q=${encodeURIComponent(text)}`);
  },
);

it.each([
  '',
  `https://youth.example.org/s/Y${BODY}.123.12345678`,
  `https://youth.example.org/s/C${BODY}`,
  `https://youth.example.org/s/D${BODY}x`,
  `https://youth.example.org/x/D${BODY}`,
  `D${BODY.slice(1)}`,
  `d${BODY}`,
])('any other text is for the scan’s sheet: %s', (text) => {
  expect(pageOfCode(text)).toBeNull();
});
