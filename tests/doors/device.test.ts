import { deviceWords } from '../../cloudfunctions/api/doors/device';

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';

it.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME}`, 'Windows 上的 Chrome'],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Edg/131.0.0.0`, 'Windows 上的 Edge'],
  [`Mozilla/5.0 (Windows NT 10.0) ${CHROME} QQBrowser/12.0`, 'Windows 上的 QQ 浏览器'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0', 'Linux 上的 Firefox'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15',
    'Mac 上的 Safari',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.50',
    'iPhone 上的微信',
  ],
  [`Mozilla/5.0 (Linux; Android 14; PJD110) ${CHROME} MicroMessenger/8.0.50`, '安卓上的微信'],
  ['Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36', '鸿蒙'],
  ['curl/8.5.0', '没有认出的设备'],
  ['', '没有认出的设备'],
  [undefined, '没有认出的设备'],
])('a device is told in words of ours: %s', (userAgent, words) => {
  expect(deviceWords(userAgent)).toBe(words);
});

it('nothing of what a device says is repeated', () => {
  const said = '<script>alert(1)</script> 你的银行 Windows Chrome/1';
  expect(deviceWords(said)).toBe('Windows 上的 Chrome');
  expect(deviceWords(`${'x'.repeat(100_000)}Windows`)).toBe('没有认出的设备');
});
