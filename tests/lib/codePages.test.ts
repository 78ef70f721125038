import { pageOfCode } from '../../src/lib/codePages';

jest.mock('@tarojs/taro', () => ({}));

const code = 'IAbcdefghij0123456789_-';

test.each([
  code,
  ` ${code}\n`,
  `https://youth.example.org/s/${code}`,
  `http://127.0.0.1:8126/s/${code}`,
  `home/index?scene=${code}`,
])('an invitation opens its page: %j', (text) => {
  expect(pageOfCode(text)).toBe(`/org/claim?q=${encodeURIComponent(text.trim())}`);
});

test.each([
  `Y${code.slice(1)}`,
  `C${code.slice(1)}`,
  `${code}.1.12345678`,
  code.slice(0, -1),
  `${code}x`,
  `https://youth.example.org/t/${code}`,
  '',
  '你好',
])('a person’s code and anything else opens none: %j', (text) => {
  expect(pageOfCode(text)).toBeNull();
});
