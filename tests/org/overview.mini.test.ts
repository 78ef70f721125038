import { openidOf } from '../../local/demo/cast';
import { bootMiniProgram } from '../support/mini';
import { askAs } from '../support/wx/door';

interface Named {
  orgId: number;
  name: string;
}

const administrator = openidOf('deng-qiwen');

interface Overview {
  org: Named;
  below: Named[];
}

const overview = (orgId?: number) => askAs<Overview>(administrator, 'org.overview', { orgId });

const named = ({ below }: Overview, name: string): number => {
  const found = below.find((one) => one.name.includes(name));
  if (!found) throw new Error(`no ${name}`);
  return found.orgId;
};

jest.setTimeout(60_000);

it('D1.5 the built mini-program: down to a county and a township, back up to one, and to the other', async () => {
  const mini = await bootMiniProgram(administrator);
  const city = await overview();
  const county = named(city, '南海');
  const township = named(await overview(county), '狮山');
  const shown = (id: string) => mini.until(() => mini.byId(id), id);

  await mini.tap(await shown(`org-${county}`));
  await mini.tap(await shown(`org-${township}`));
  await mini.tap(await shown(`up-${county}`));
  await mini.tap(await shown(`org-${township}`));
  await shown(`up-${county}`);
  await mini.tap(await shown(`up-${city.org.orgId}`));
  await shown(`org-${county}`);
});
