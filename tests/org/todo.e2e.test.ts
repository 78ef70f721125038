import type { Browser } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { openidOf } from '../../local/demo/cast';
import type { Outputs } from '../../types/contract';
import { asDemoPerson, openBrowser, says } from '../support/browser';
import { askAs } from '../support/wx/door';

jest.setTimeout(120_000);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

type Org = Outputs['org'];

const admin = openidOf('deng-qiwen');
const again = () => ({ requestId: uuidv7() });

/** Ends what somebody of this test administers: the demo's administrators are as before. */
async function endsAt(orgId: number, name: string): Promise<void> {
  const { items } = await askAs<Org['administrators']>(admin, 'org.administrators', { orgId });
  for (const { administratorId } of items.filter((item) => item.name === name))
    await askAs(admin, 'org.endAdministrator', { administratorId, ...again() });
}

it('D1.5 who administers a city and a county of it is shown once what waits in the county', async () => {
  const { org, below } = await askAs<Org['overview']>(admin, 'org.overview', {});
  const county = below.find(({ name }) => name === '南海区团委');
  const orgIds = [org.orgId, county?.orgId ?? 0];
  const both = await asDemoPerson(browser, '一位新来的人');
  for (const orgId of orgIds) {
    const wish = { orgId, name: '贺知秋', post: null, ...again() };
    const { link } = await askAs<Org['invite']>(admin, 'org.invite', wish);
    await both.goto(link);
    await both.locator('#claim').click();
    await both.locator('#tab-org').waitFor();
  }
  const { today } = await askAs<Org['me']>(admin, 'org.me', {});
  const cadre = openidOf('liang-qianwen');
  const span = { from: today, until: today, ...again() };
  const { leaveId } = await askAs<{ leaveId: string }>(cadre, 'grassrootsDay.askLeave', span);

  await both.goto('/?again');
  await both.locator('#tab-me').click();
  await says(both, '要办的事');
  expect(await both.getByText('南海区团委').filter({ visible: true }).count()).toBe(0);
  await both.goto('/?again#/org/todo');
  await both.locator(`#asked-leave-${leaveId}`).waitFor();
  await both.locator('#patterns .row').first().waitFor();
  await both.locator('.skeleton').first().waitFor({ state: 'detached' });
  expect(await both.locator(`#asked-leave-${leaveId}`).count()).toBe(1);
  for (const heading of ['请假等答复', '到基层的日子，等确认', '报到里少见的'])
    expect([heading, await both.getByRole('heading', { name: heading }).count()]).toEqual([heading, 1]);

  await askAs(cadre, 'grassrootsDay.cancelLeave', { leaveId, ...again() });
  for (const orgId of orgIds) await endsAt(orgId, '贺知秋');
});
