import { cutMiddle, lastCharacter, shortName, shortOrg } from '../../src/lib/cut';

test('a name of six characters stays whole, a longer one is cut in the middle', () => {
  expect(shortName('欧阳嘉豪')).toBe('欧阳嘉豪');
  expect(shortName('阿卜杜拉江江')).toBe('阿卜杜拉江江');
  expect(shortName('阿卜杜拉·买买提江')).toBe('阿卜…买提江');
});

test('an organisation keeps its end, which tells it from its neighbours', () => {
  expect(shortOrg('禅城区人民政府行政服务中心')).toBe('禅城区人民政府行政服务中心');
  expect(shortOrg('佛山市直属机关青年工作委员会联合团工委')).toBe('佛山市直属机关…委员会联合团工委');
  expect(cutMiddle('禅城区人民政府行政服务中心', 10)).toBe('禅城区人…政服务中心');
});

test('Latin letters and spaces count half, so a long name of them still says something', () => {
  expect(shortName('Maria Luisa')).toBe('Maria Luisa');
  expect(cutMiddle('祖庙街道 培德里社区', 10)).toBe('祖庙街道 培德里社区');
});

test('no character is torn apart', () => {
  expect(shortName('𠮷𠮷𠮷𠮷𠮷𠮷𠮷')).toBe('𠮷𠮷…𠮷𠮷𠮷');
  expect(lastCharacter('林晓𠮷')).toBe('𠮷');
  expect(lastCharacter('')).toBe('');
});
