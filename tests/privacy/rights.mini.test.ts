import { openidOf } from '../../local/demo/cast';
import { bootMiniProgram } from '../support/mini';
import { askAs } from '../support/wx/door';

const youth = openidOf('cen-leyi');

interface Kept {
  youth: { unit: string | null };
}

jest.setTimeout(60_000);

it('D9.4 the built mini-program: a youth corrects the unit, and takes a copy as a file', async () => {
  const { youth: before } = await askAs<Kept>(youth, 'privacy.record', {});
  const mini = await bootMiniProgram(youth);
  const shown = (id: string) => mini.until(() => mini.byId(id), id);

  await mini.tap(await shown('tab-me'));
  await shown('devices');
  await mini.tap(await mini.until(() => mini.saying('我的记录与权利'), 'the way to the rights'));
  await mini.tap(await shown('correct'));
  await shown('unit');
  await mini.type('unit', '珠江边的工作室');
  await mini.tap(await shown('save'));
  await mini.until(() => mini.text().includes('保存'), 'the button again');
  const { youth: after } = await askAs<Kept>(youth, 'privacy.record', {});
  expect(after.unit).toBe('珠江边的工作室');

  await mini.type('unit', before.unit ?? '');
  await mini.tap(await shown('save'));
  await mini.until(() => !mini.text().includes('稍等'), 'saved again');

  mini.back();
  await mini.tap(await shown('copy'));
  await mini.tap(await shown('save-data'));
  const file = await mini.until(() => mini.files()[0], 'a file');
  expect(file.name).toMatch(/我的记录-\d{4}-\d\d-\d\d\.json$/);
  expect(JSON.parse(file.text)).toMatchObject({ person: { name: '岑乐怡' } });
});
