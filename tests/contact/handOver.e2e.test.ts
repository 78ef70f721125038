import type { Browser, Page } from 'playwright-core';
import { openDatabase, type Database } from '../../cloudfunctions/api/kernel/db';
import { openBrowser, says } from '../support/browser';
import { aLeaver } from '../support/leaving';
import { aRegistered, leavesAgain } from '../support/newcomer';
import { standIn } from '../support/stand-in';

jest.setTimeout(120_000);

let browser: Browser;
let db: Database;
beforeAll(async () => {
  browser = await openBrowser();
  db = openDatabase(standIn().ownerUrl);
});
afterAll(async () => {
  await browser.close();
  await db.end();
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

/** A youth of the test's own, of whom a cadre has left the post today. */
async function left(name: string, leaver: string): Promise<Page> {
  const youth = await aRegistered(browser, name);
  await aLeaver(name, leaver);
  await youth.goto('/?again');
  await says(youth, '等你选');
  await youth.locator('.row', { hasText: leaver }).filter({ visible: true }).click();
  await says(youth, '想让谁接着联系你？');
  return youth;
}

const holdersOf = (name: string) =>
  db.kysely
    .selectFrom('contact as c')
    .innerJoin('person as y', 'y.id', 'c.youth_id')
    .innerJoin('person as k', 'k.id', 'c.cadre_id')
    .select(['k.name', 'c.ended_by as endedBy'])
    .where('y.name', '=', name)
    .orderBy('c.started_at')
    .execute();

it('C11 a youth finds another cadre of that organisation by pinyin, chooses by the keyboard, and is in contact', async () => {
  const youth = await left('慕容晚晴', '闻人致远');
  await says(youth, '接任的人还没有定');
  await youth.locator('#choose-another').click();
  await youth.locator('#choose-search input').fill('hezhiyuan');
  const found = youth.getByRole('radio', { name: /何志远/ });
  await found.waitFor();
  await found.focus();
  await youth.keyboard.press('Enter');
  await youth.locator('#choose-now').click();
  await says(youth, '何志远接着联系你');
  await youth.locator('.sheet').waitFor({ state: 'detached' });
  await says(youth, /起联系你/);
  expect(await holdersOf('慕容晚晴')).toEqual([
    { name: '闻人致远', endedBy: 'handedOver' },
    { name: '何志远', endedBy: null },
  ]);
  await leavesAgain(youth);
});

it('C11, D9.5 or leaves: nobody follows', async () => {
  const youth = await left('慕容晚秋', '闻人行远');
  await youth.locator('#leave').click();
  await youth.locator('#leave-only').click();
  await says(youth, '之前联系过你的');
  expect(await holdersOf('慕容晚秋')).toEqual([{ name: '闻人行远', endedBy: 'left' }]);
});

it('C11 without a network the choice is told as not done, and can be made again', async () => {
  const youth = await left('慕容晚霞', '闻人望远');
  await youth.locator('#choose-another').click();
  await youth.locator('#choose-search input').fill('何志远');
  await youth.getByRole('radio', { name: /何志远/ }).click();
  await youth.context().setOffline(true);
  await youth.locator('#choose-now').click();
  await youth.locator('.sheet [role=alert]').waitFor();
  await youth.context().setOffline(false);
  await youth.locator('#choose-now').click();
  await says(youth, '何志远接着联系你');
  expect(await holdersOf('慕容晚霞')).toHaveLength(2);
  await leavesAgain(youth);
});
