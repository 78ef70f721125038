import type { Browser, Page } from 'playwright-core';
import { asDemoPerson, codeTextOf, openBrowser, says, scanText } from '../support/browser';
import { focusOn, tabTo } from '../support/keyboard';
import { fillIn } from '../support/logsWalk';
import { aRegistered, leavesAgain } from '../support/newcomer';

jest.setTimeout(120_000);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

const visible = (page: Page, selector: string) => page.locator(selector).filter({ visible: true }).first();

/** A cadre and a youth of this test's own, just found by a scan. */
async function theTwo(name: string): Promise<{ cadre: Page; youth: Page }> {
  const youth = await aRegistered(browser, name);
  const cadre = await asDemoPerson(browser, '何志远');
  await scanText(cadre, await codeTextOf(youth));
  await cadre.locator('#confirm').click();
  await says(cadre, `已联系${name}`);
  return { cadre, youth };
}

async function reread(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.reload();
}

it('D2.5 D9.4 both sides of a log: written after the scan, disputed, answered, settled, and its words hidden', async () => {
  const { cadre, youth } = await theTwo('谢听雨');
  await cadre.locator('#log-next').click();
  await fillIn(cadre, { task: '办实事', text: '答应问一问宿舍的热水' });
  await visible(cadre, '#save-log').click();
  await says(cadre, '记下了');

  await reread(youth, '/#/log/about');
  await says(youth, '答应问一问宿舍的热水');
  await says(youth, /何志远/);
  await youth.getByRole('button', { name: '这不是我' }).click();
  await says(youth, /等对方答复/);

  await cadre.goto('/#/log/list');
  await visible(cadre, '#logs .row').click();
  await says(cadre, '对方说不是');
  await says(cadre, /现在不算数/);
  await cadre.getByRole('button', { name: '答复对方：谢听雨' }).click();
  await cadre.locator('#answer textarea').fill('周四下午在宿舍门口');
  await cadre.locator('#send-answer').click();
  await says(cadre, '已答复，等对方定');

  await reread(youth, '/#/log/about');
  await says(youth, '对方答复：周四下午在宿舍门口');
  await youth.getByRole('button', { name: '是我', exact: true }).click();
  await says(youth, '你已确认');
  await youth.getByRole('button', { name: '隐藏文字' }).click();
  await youth.locator('#hide-now').click();
  await says(youth, '你藏起了这句话，谁也看不到。');

  await cadre.reload();
  await says(cadre, '对方已确认');
  await says(cadre, '这句话藏起来了，谁也看不到。这一笔照样在。');
  expect(await cadre.getByText('答应问一问宿舍的热水').count()).toBe(0);
  await leavesAgain(youth);
});

it('D2.5 with the keyboard alone: whom, what and how are chosen, written down, changed on the same day, and deleted', async () => {
  const { cadre, youth } = await theTwo('谢听雪');
  await cadre.goto('/');
  await says(cadre, /本周有声音/);
  await tabTo(cadre, '#log');
  await cadre.keyboard.press('Enter');
  await cadre.locator('#choose-whom').waitFor();
  await tabTo(cadre, '#choose-whom');
  await cadre.keyboard.press('Enter');
  await focusOn(cadre, '.sheet');
  await tabTo(cadre, '#search-whom input');
  await cadre.keyboard.insertText('听雪');
  await cadre.locator('#whom-all .row', { hasText: '谢听雪' }).waitFor();
  await tabTo(cadre, '#whom-all .row');
  await cadre.keyboard.press(' ');
  await says(cadre, '就这 1 位');
  await cadre.keyboard.press('Escape');
  await focusOn(cadre, '#choose-whom');
  await tabTo(cadre, '#way [role="radio"], #way-online, #way-phone, #way-faceToFace');
  await cadre.keyboard.press('ArrowRight');
  await cadre.getByRole('radio', { name: '促活跃' }).click();
  await tabTo(cadre, '#save-log');
  await cadre.keyboard.press('Enter');
  await says(cadre, '记下了');

  await cadre.goto('/#/log/list');
  await visible(cadre, '#logs .row').click();
  await cadre.locator('#edit').click();
  await visible(cadre, '#text textarea').fill('约了下周的球赛');
  await cadre.getByRole('button', { name: '改好了' }).click();
  await says(cadre, '改之前的样子');
  await says(cadre, '约了下周的球赛');
  await cadre.locator('#remove').filter({ visible: true }).click();
  await cadre.locator('#remove-now').click();
  await says(cadre, '删掉了');
  await leavesAgain(youth);
});

it('D9.5 a log about two, written without a network, of whom one has left meanwhile: the other is not lost with it', async () => {
  const { cadre, youth } = await theTwo('谢听风');
  await cadre.goto('/');
  await visible(cadre, '#log').click();
  await cadre.locator('#choose-whom').click();
  await cadre.locator('#whom-all .row').filter({ hasNotText: '谢听风' }).first().click();
  await cadre.locator('#search-whom input').fill('听风');
  await cadre.getByRole('checkbox', { name: /谢听风/ }).click();
  await says(cadre, '就这 2 位');
  await cadre.locator('#whom-done').click();
  await fillIn(cadre, { task: '促活跃', text: '一起看了球赛' });
  await cadre.context().setOffline(true);
  await visible(cadre, '#save-log').click();
  await says(cadre, '没有网络，1 笔等着送出');

  await leavesAgain(youth);

  await cadre.context().setOffline(false);
  await cadre.locator('.row', { hasText: '没有成功' }).click();
  await says(cadre, '里面有人不由你联系了');
  await cadre.locator('#mend').click();
  await says(cadre, '谢听风现在不由你联系，这一笔里去掉了');
  await says(cadre, '1 位');
  await visible(cadre, '#save-log').click();
  await says(cadre, '记下了');
  await reread(cadre, '/#/log/list');
  await visible(cadre, '#logs .row').click();
  await says(cadre, '一起看了球赛');
  expect(await cadre.getByText('谢听风').filter({ visible: true }).count()).toBe(0);
});
