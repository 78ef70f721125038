import type { RefusalCode, RefusalData } from '../../types/refusals';
import { say, type Sentence } from '../../src/lib/say';
import { tappedWords } from '../../src/scan/tappedWords';

jest.mock('@tarojs/taro', () => ({}));

/** Everything that `contact.preview` and `contact.register` may answer to who taps a cadre's card. */
const refused = {
  NOT_A_YOUTH: { rule: 'D1.3' },
  CONTACT_SELF: { rule: 'D2.2' },
  CONTACT_ALREADY: { rule: 'D2.2', since: '2026-03-12' },
  YOUTH_FULL: { rule: 'D2.2', scannedBy: 'youth', holders: 3, cap: 3 },
  CADRE_BLOCKED: { rule: 'D9.9', scannedBy: 'youth' },
  MINOR_NEEDS_APPROVAL: { rule: 'D9.3', scannedBy: 'youth' },
  HOLDER_NOT_CADRE: { rule: 'D1.1' },
  PERSON_GONE: { rule: 'D9.5' },
  CODE_UNKNOWN: { rule: null },
  CODE_FOREIGN: { rule: null },
  CONTACT_ENDED: { rule: 'D9.5' },
} as const satisfies { [Code in RefusalCode]?: RefusalData<Code> };

test.each(Object.entries(refused))('%s speaks of a card, not of a scan', (code, data) => {
  const words = { ...say, ...tappedWords }[code as keyof typeof refused] as (data: unknown) => Sentence;
  const { title, why, now } = words(data);
  expect(title.length).toBeLessThanOrEqual(14);
  expect(why).toMatch(/。$/);
  expect(now).toMatch(/。$/);
  expect(title + why + now).not.toMatch(/扫|undefined|！|您/);
});

test('a youth’s live code behind a link is scanned all the same: those sentences stay', () => {
  const data = { rule: 'D2.2', scannedBy: 'cadre', holders: 3, cap: 3 } as const;
  expect(tappedWords.YOUTH_FULL?.(data)).toEqual(say.YOUTH_FULL(data));
});
