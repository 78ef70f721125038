import path from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser';
import { readPackage } from '../support/easel/package';
import { compilePackage, type Compiled, type MiniPhone, openPhone } from '../support/easel/phone';
import { settled, VISITS, visitsTo } from '../support/easel/visits';

const { pages } = readPackage(path.join(process.cwd(), 'dist/weapp'));

jest.setTimeout(60_000);

let browser: Browser;
let compiled: Compiled;
beforeAll(async () => {
  browser = await openBrowser();
  compiled = await compilePackage(browser);
});
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

const groundOf = ({ page }: MiniPhone) =>
  page.evaluate((body) => {
    const { backgroundColor, fontFamily } = getComputedStyle(body);
    const [red = 0, green = 0, blue = 0] = (backgroundColor.match(/\d+/g) ?? []).map(Number);
    return { painted: backgroundColor !== 'rgba(0, 0, 0, 0)', fontFamily, light: red + green + blue > 384 };
  });

it.each(pages)('the built mini-program without a browser’s globals: %s', async (page) => {
  for (const { openid, query } of visitsTo(page)) {
    const phone = await openPhone(browser, compiled, openid, `/${page}${(await query?.()) ?? ''}`);
    await settled(phone);
    expect(await phone.route()).toBe(page);
    expect(await phone.title().textContent()).not.toBe('');
    expect(await phone.page.innerText()).not.toContain('再试一次');

    expect(await groundOf(phone)).toMatchObject({ painted: true, light: true });
    expect(await phone.page.locator('.page').evaluate((element) => getComputedStyle(element).display)).toBe('flex');
    expect(await phone.page.evaluate((body) => body.scrollWidth - body.clientWidth)).toBe(0);

    await phone.turn('dark');
    expect(await groundOf(phone)).toMatchObject({ painted: true, light: false });
    expect(phone.problems).toEqual([]);
    await phone.close();
  }
});

it('no page of the list of visits is gone', () => {
  expect(pages).toEqual(expect.arrayContaining(Object.keys(VISITS)));
});
