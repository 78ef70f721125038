import { openidOf } from '../../local/demo/cast';
import type { Outputs } from '../../types/contract';
import { bootMiniProgram, type MiniProgram } from '../support/mini';
import { askAs } from '../support/wx/door';

const administrator = openidOf('deng-qiwen');

jest.setTimeout(60_000);

const sees = (mini: MiniProgram, text: string) => mini.until(() => mini.text().includes(text), text);
const tap = async (mini: MiniProgram, id: string) => mini.tap(await mini.until(() => mini.byId(id), id));

it('D4.1 the built mini-program: sites where they are, one is chosen and opened, and WeChat’s own map shows its place', async () => {
  const { org } = await askAs<{ org: { orgId: number } }>(administrator, 'org.overview', {});
  const of = { orgId: org.orgId, search: '大沥五金园区', closed: false };
  const { items } = await askAs<Outputs['grassrootsDay']['siteMap']>(administrator, 'grassrootsDay.siteMap', of);
  const [site] = items;
  if (!site) throw new Error('the demo has no such site');
  const mini = await bootMiniProgram(administrator, `/site/list?orgId=${org.orgId}`);
  await tap(mini, 'shape-map');
  await sees(mini, '公里，上北下南');
  await mini.type('search-sites', of.search);
  await mini.until(() => mini.byId(`place-${site.siteId}`) && !mini.text().includes('公里，'), 'only this one');
  await tap(mini, `place-${site.siteId}`);
  await sees(mini, site.address);
  await tap(mini, `chosen-${site.siteId}`);
  await tap(mini, 'open-place');
  expect(mini.placesOpened()).toMatchObject([{ ...site.position, name: site.name, address: site.address }]);
  mini.quit();
});
