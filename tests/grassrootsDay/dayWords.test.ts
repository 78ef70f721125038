import { reckoningWords } from '../../src/days/dayWords';
import { cadreCalled } from '../../src/lib/closed';

jest.mock('@tarojs/taro', () => ({}));

it('D10.2 what waits on the phone is of the day of its live code, and without one of the day of its arrival', () => {
  expect(reckoningWords(true)).toBe('哪一天以现场码自己的时间为准。15 分钟内送到马上算数，24 小时内送到记为待确认。');
  expect(reckoningWords(false)).toBe('哪一天以送到的时间为准，记为待确认。');
});

it('D9.5 who has closed the account has no name, and is somebody still', () => {
  expect(['岑乐怡', '', null].map(cadreCalled)).toEqual(['岑乐怡', '已注销的团干部', '已注销的团干部']);
});
