import type { Browser, Page } from 'playwright-core';
import { openidOf, type CastKey } from '../../local/demo/cast';
import type { Outputs } from '../../types/contract';
import { asDemoPerson, DESKTOP, openBrowser, says } from '../support/browser';
import { until } from '../support/until';
import { askAs } from '../support/wx/door';

jest.setTimeout(120_000);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

const visible = (page: Page, selector: string) => page.locator(selector).filter({ visible: true }).first();

type Me = Outputs['org']['me'];
type Grid = Outputs['grassrootsDay']['grid'];

/** Everything that sums up the cadre's days and contacts: for the cadre, and for the administrator above. */
async function figures() {
  const [cadre, above] = [openidOf('luo-jiashu'), openidOf('xian-yonglan')];
  const { cadre: post } = await askAs<Me>(cadre, 'org.me', {});
  const { administers } = await askAs<Me>(above, 'org.me', {});
  const { weeks } = await askAs<Outputs['grassrootsDay']['year']>(cadre, 'grassrootsDay.year', {});
  const { rows } = await askAs<Grid>(above, 'grassrootsDay.grid', { orgId: administers[0]?.orgId, of: 'own' });
  return { standing: post?.standing, weeks, rows };
}

const saidBy = async (who: CastKey) =>
  (await askAs<Outputs['grassrootsDay']['patterns']>(openidOf(who), 'grassrootsDay.patterns', {})).items[0]
    ?.explanation;

/** What an administrator reads of check-ins that looked odd; somebody else's is there, so that the list has come. */
async function readsOf(page: Page): Promise<string> {
  await page.goto('/#/org/todo');
  await page.reload();
  await visible(page, '#patterns .row').waitFor();
  return visible(page, '#patterns').innerText();
}

it('D4.2 a cadre is asked, answers, and only then the administrator above reads it; no figure changes', async () => {
  const [cadre, above] = [await asDemoPerson(browser, '骆嘉澍'), await asDemoPerson(browser, '冼咏岚', DESKTOP)];
  const before = await figures();
  expect(before.rows.length).toBeGreaterThan(0);
  expect(await readsOf(above)).not.toContain('骆嘉澍');

  await visible(cadre, '#todo-explain').click();
  await says(cadre, /在.*大沥五金园区.*都报到了，每小时 \d+ 公里才赶得到/);
  await says(cadre, '先给你 10 天；你说了，或者过了这些天，组织才看到');
  await cadre.getByRole('radio', { name: '码是别人发给我的' }).click();
  await says(cadre, '你说过了，要改就再点一个');
  await cadre.getByRole('radio', { name: '我弄错了' }).click();
  await until(async () => (await saidBy('luo-jiashu')) === 'mistake');
  const read = await readsOf(above);
  expect(read).toMatch(/骆嘉澍\s*说明了\s*团省委，.*都报到了/);
  expect(read).toContain('本人说：我弄错了');
  expect(read).not.toContain('码是别人发给我的');
  expect(await figures()).toEqual(before);

  await cadre.goto('/?again');
  await says(cadre, /还差|已经联系上/);
  expect(await cadre.locator('#todo-explain').count()).toBe(0);
});

it('D4.2 another cadre is asked nothing, and an administrator beside or below reads nothing', async () => {
  const another = await asDemoPerson(browser, '何志远');
  await visible(another, '#todos').waitFor();
  expect(await another.locator('#todo-explain').count()).toBe(0);
  await another.goto('/#/days/explain');
  await says(another, '没有要说明的');

  const below = await asDemoPerson(browser, '邓绮雯', DESKTOP);
  const read = await readsOf(below);
  expect(read).not.toContain('骆嘉澍');
  // of two who were asked weeks ago one has answered
  expect(read).toMatch(/没有说明/);
  expect(read).toContain('本人说：地点的位置登记错了');

  const [own] = (await askAs<Me>(openidOf('xian-yonglan'), 'org.me', {})).administers;
  const asks = (who: CastKey) => askAs<unknown>(openidOf(who), 'grassrootsDay.patternsOf', { orgId: own?.orgId });
  expect(await asks('deng-qiwen')).toBeUndefined();
  expect(await asks('he-zhiyuan')).toBeUndefined();
});
