import { openidOf } from '../../local/demo/cast';
import { bootMiniProgram } from '../support/mini';
import { askAs } from '../support/wx/door';

jest.setTimeout(60_000);

const administrator = openidOf('deng-qiwen');

it('C35 the mini-program reads and writes no tables, and says where that is done', async () => {
  const mini = await bootMiniProgram(administrator);
  await mini.tap(await mini.until(() => mini.byId('sites'), 'the way to the sites'));
  await mini.until(() => mini.text().includes('从表格登记、导出表格，在电脑上打开'), 'the list of sites');
  expect(mini.byId('import-sites')).toBeNull();
});

it('C35 the page that reads them says so too', async () => {
  const { org } = await askAs<{ org: { orgId: number } }>(administrator, 'org.overview', {});
  const mini = await bootMiniProgram(administrator, `/site/import?orgId=${org.orgId}`);
  await mini.until(() => mini.text().includes('表格在浏览器里读写'), 'why it is not done here');
  expect(mini.text()).toContain('扫码登录');
});
