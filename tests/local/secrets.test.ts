import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secretsOf } from '../../local/secrets';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'youth-secrets-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it('are drawn once for a data set', () => {
  const drawn = secretsOf(folder);
  expect(secretsOf(folder)).toEqual(drawn);
  expect(new Set(Object.values(drawn)).size).toBe(Object.keys(drawn).length);
});

it('what an earlier version did not know is added and kept, and nothing else changes', () => {
  const { clockPassword, ...earlier } = secretsOf(folder);
  writeFileSync(join(folder, 'secrets.json'), JSON.stringify(earlier));
  const filled = secretsOf(folder);
  expect(filled).toEqual({ ...earlier, clockPassword: filled.clockPassword });
  expect(filled.clockPassword).toMatch(/^[\w-]{32}$/);
  expect(filled.clockPassword).not.toBe(clockPassword);
  expect(JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8'))).toEqual(filled);
});
