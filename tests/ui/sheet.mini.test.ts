import { openidOf } from '../../local/demo/cast';
import { bootMiniProgram } from '../support/mini';

jest.setTimeout(60_000);

it('the built mini-program: a sheet is pushed away by drawing its handle down far enough', async () => {
  const mini = await bootMiniProgram(openidOf('he-zhiyuan'));
  await mini.until(() => mini.byId('scan'), 'the home of a cadre');
  mini.scans('https://example.com/hello');
  await mini.tap(mini.byId('scan'));
  await mini.until(() => mini.text().includes('这不是我们的码'), 'the sheet');
  await mini.draw(mini.byId('close-sheet'), 60);
  expect(mini.text()).toContain('这不是我们的码');
  await mini.draw(mini.byId('close-sheet'), 120);
  await mini.until(() => !mini.text().includes('这不是我们的码'), 'the page without its sheet');
});
