import type { Standing } from '../../types/shared';
import { thinSentence } from '../../src/lib/thin';

const standing = (change: Partial<Standing>): Standing => ({
  counted: 84,
  overAge: 0,
  quota: 100,
  missing: 16,
  byField: { enterprise: 11, rural: 4, government: 11, school: 31, community: 18, socialOrg: 9, newMedia: 0 },
  thin: [],
  ...change,
});

test.each<[Standing['thin'], string]>([
  [['newMedia', 'rural'], '新媒体领域还没有人，农村只有 4 位。先从这两处补。'],
  [['rural', 'socialOrg'], '农村只有 4 位，青年社会组织只有 9 位。先从这两处补。'],
  [['newMedia'], '新媒体领域还没有人。先从这里补。'],
  [[], '七个领域都有人，分布也均匀。'],
])('D2.2 thin in %j', (thin, sentence) => {
  expect(thinSentence(standing({ thin }))).toBe(sentence);
});

test('two fields without anybody are named together', () => {
  const byField = { ...standing({}).byField, rural: 0 };
  expect(thinSentence(standing({ byField, thin: ['rural', 'newMedia'] }))).toBe(
    '农村和新媒体领域还没有人。先从这两处补。',
  );
});

test('of more fields without anybody than are named, how many', () => {
  const byField = { ...standing({}).byField, rural: 0, government: 0 };
  expect(thinSentence(standing({ byField, thin: ['rural', 'government'] }))).toBe(
    '农村、机关等 3 个领域还没有人。先从这几处补。',
  );
});

test('with nobody yet, says how to begin', () => {
  expect(thinSentence(standing({ counted: 0, thin: ['enterprise', 'rural'] }))).toContain('我的码');
});
