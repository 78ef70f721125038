import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate } from '../../cloudfunctions/api/kernel/migrate';
import { freshDatabase } from '../support/database';

const first = '20261124120000_first_light.sql';
const folders: string[] = [];
let shipped: Record<string, string> = {};
beforeAll(async () => {
  const folder = path.join(__dirname, '../../cloudfunctions/api/migrations');
  const read = async (file: string) => [file, await readFile(path.join(folder, file), 'utf8')] as const;
  shipped = Object.fromEntries(await Promise.all((await readdir(folder)).map(read)));
});
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function aFolder(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'migrations-'));
  folders.push(folder);
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(path.join(folder, name), text)));
  return folder;
}

it('applies once, refuses an edited file and one that is older than the newest applied', async () => {
  const { ownerUrl, drop } = await freshDatabase();
  try {
    expect(await migrate(ownerUrl)).toEqual([]);
    const more = { ...shipped, '20270101000000_more.sql': 'create table more (id int)' };
    expect(await migrate(ownerUrl, await aFolder(more))).toEqual(['20270101000000_more']);
    await expect(
      migrate(ownerUrl, await aFolder({ ...more, [first]: `${shipped[first]}\n-- edited` })),
    ).rejects.toThrow('was edited after it was applied');
    const older = { ...more, '20261201000000_older.sql': 'create table older (id int)' };
    await expect(migrate(ownerUrl, await aFolder(older))).rejects.toThrow('corrupted migrations');
  } finally {
    await drop();
  }
});

it('a failing migration leaves nothing behind', async () => {
  const { ownerUrl, drop } = await freshDatabase();
  try {
    const folder = await aFolder({
      ...shipped,
      '20270101000000_broken.sql': 'create table half (id int); select 1 / 0',
    });
    await expect(migrate(ownerUrl, folder)).rejects.toThrow('division by zero');
    const repaired = await aFolder({ ...shipped, '20270101000000_broken.sql': 'create table half (id int)' });
    expect(await migrate(ownerUrl, repaired)).toEqual(['20270101000000_broken']);
  } finally {
    await drop();
  }
});
