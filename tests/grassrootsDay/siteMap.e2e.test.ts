import type { Browser, Page } from 'playwright-core';
import { asDemoPerson, DESKTOP, openBrowser, says } from '../support/browser';
import { focusOn, tabTo } from '../support/keyboard';
import { standIn } from '../support/stand-in';

jest.setTimeout(120_000);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

const top = (page: Page, selector: string) => page.locator(selector).filter({ visible: true }).first();

async function openMap(viewport?: typeof DESKTOP): Promise<Page> {
  const admin = await asDemoPerson(browser, '邓绮雯', viewport);
  await top(admin, '#sites').click();
  await top(admin, '#shape-map').click();
  await says(admin, '公里，上北下南');
  return admin;
}

const several = (page: Page) => page.getByRole('button', { name: /^这一片的 \d+ 个地点，放大/ });
const points = (page: Page) => page.locator('.map-press');

/** The point that is nearest to the middle of the drawing, and where it is. */
const nearMiddle = (page: Page) =>
  page.locator('.map').evaluate((map) => {
    const middle = (element: Element) => {
      const { left, top: above, width, height } = element.getBoundingClientRect();
      return { x: left + width / 2, y: above + height / 2 };
    };
    const from = middle(map);
    const [nearest] = [...map.querySelectorAll('.map-press')]
      .map((point) => ({ id: point.id, ...middle(point) }))
      .sort(
        (one, other) => Math.hypot(one.x - from.x, one.y - from.y) - Math.hypot(other.x - from.x, other.y - from.y),
      );
    if (!nearest) throw new Error('nothing is drawn');
    return nearest;
  });

it('D4.1 D9.1 sites where they are: a cluster is opened, a site chosen and its page opened, and no other host is asked', async () => {
  const admin = await openMap(DESKTOP);
  const hosts = new Set<string>();
  admin.on('request', (request) => hosts.add(new URL(request.url()).host));
  const cluster = several(admin).first();
  const [id, words] = [await cluster.getAttribute('id'), await cluster.getAttribute('aria-label')];
  await cluster.click();
  await admin.locator('.map.held').waitFor();
  await admin.locator(`#${id}`).waitFor();
  expect(await admin.locator(`#${id}`).getAttribute('aria-label')).not.toBe(words);
  await top(admin, '#map-whole').click();
  await admin.locator('.map:not(.held)').waitFor();
  expect(await admin.locator('#map-farther').getAttribute('aria-disabled')).toBe('true');

  await admin.getByRole('button', { name: /^罗村青少年服务台/ }).click();
  await admin.getByRole('button', { name: /^罗村青少年服务台，服务平台，选中了/ }).waitFor();
  await says(admin, '青少年综合服务平台，罗村街道北湖一路 8 号');
  await top(admin, '[id^="chosen-"]').click();
  await says(admin, '改资料');
  await admin.goBack();
  await says(admin, '青少年综合服务平台，罗村街道北湖一路 8 号');
  hosts.delete('');
  expect([...hosts]).toEqual([new URL(standIn().url).host]);
});

it('D4.1 what the list is asked for, the drawing shows; those without a position are said and found in the list', async () => {
  const admin = await openMap();
  await admin.locator('#search-sites input').fill('大沥五金园区');
  await says(admin, '200 米，上北下南');
  expect(await points(admin).count()).toBe(1);
  await admin.locator('#search-sites input').fill('高明');
  await says(admin, '没有一个画得出来');
  await admin.locator('#map-to-list').click();
  await top(admin, '.site-row').waitFor();
  await top(admin, '#shape-map').click();
  await admin.locator('#search-sites input').fill('没有这个');
  await says(admin, '没有找到“没有这个”');
});

it('the drawing follows the mouse, which presses nothing by that', async () => {
  const admin = await openMap(DESKTOP);
  await admin.getByRole('button', { name: '放大', exact: true }).click();
  await admin.locator('.map.held').waitFor();
  const { id, x, y } = await nearMiddle(admin);
  await admin.mouse.move(x, y);
  await admin.mouse.down();
  await admin.mouse.move(x, y - 40, { steps: 4 });
  await admin.mouse.up();
  const after = await admin.locator(`#${id}`).boundingBox();
  expect((after?.y ?? 0) + 22).toBeCloseTo(y - 40, 0);
  await says(admin, '点一个地点，看是哪里');
});

it('the drawing by keyboard: + comes closer, − goes away, Tab goes from place to place, Enter chooses, and what has the focus keeps it', async () => {
  const admin = await openMap(DESKTOP);
  await focusOn(admin, '#shape-map');
  await tabTo(admin, '.map-press');
  await admin.keyboard.press('+');
  await admin.locator('.map.held').waitFor();
  await admin.keyboard.press('ArrowRight');
  await admin.keyboard.press('-');
  await admin.locator('.map:not(.held)').waitFor();
  await tabTo(admin, '.map-press:not(:has(.several))');
  await admin.keyboard.press('Enter');
  await tabTo(admin, '[id^="chosen-"]');
  await admin.keyboard.press('Enter');
  await says(admin, '改资料');
});
