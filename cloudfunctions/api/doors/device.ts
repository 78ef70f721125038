type Word = readonly [RegExp, string];

const MACHINES: readonly Word[] = [
  [/OpenHarmony|HarmonyOS/, '鸿蒙'],
  [/iPad/, 'iPad'],
  [/iPhone/, 'iPhone'],
  [/Android/, '安卓'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
];

/** Those that also call themselves by another's name stand before it. */
const PROGRAMS: readonly Word[] = [
  [/MicroMessenger/, '微信'],
  [/QQBrowser/, 'QQ 浏览器'],
  [/Edg(A|iOS)?\//, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];

const wordFor = (words: readonly Word[], text: string): string | undefined =>
  words.find(([pattern]) => pattern.test(text))?.[1];

/** A space between Chinese and Latin letters. */
const spaced = (text: string): string =>
  text.replace(/([\u4e00-\u9fff])(?=[A-Z])|([A-Za-z])(?=[\u4e00-\u9fff])/g, '$1$2 ');

/** What a device says it is, in words of ours alone: shown to people to recognise it by, and never believed. */
export function deviceWords(userAgent: string | undefined): string {
  const text = (userAgent ?? '').slice(0, 400);
  const machine = wordFor(MACHINES, text);
  const program = wordFor(PROGRAMS, text);
  if (machine && program) return spaced(`${machine}上的${program}`);
  return machine ?? program ?? '没有认出的设备';
}
