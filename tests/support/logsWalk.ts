import type { Page } from 'playwright-core';
import { openidOf } from '../../local/demo/cast';
import { codeTextOf, DESKTOP, says, scanText } from './browser';
import { leavesAgain, registers } from './newcomer';
import type { Walk } from './screens';
import { standIn } from './stand-in';
import { post } from './wx/door';

/** Somebody of the demo has been in the mini-program, and WeChat tells of what they type in a browser. */
const wasThere = (slug: Parameters<typeof openidOf>[0]) =>
  post({ url: `${standIn().url}/local/weixin/login-code`, data: { openid: openidOf(slug) } });

/** 何志远 fills in a log about whoever is chosen already. */
export async function fillIn(page: Page, { task, text }: { task: string; text: string }): Promise<void> {
  await wasThere('he-zhiyuan');
  await page.getByRole('radio', { name: task }).filter({ visible: true }).click();
  await page.locator('#text textarea').filter({ visible: true }).fill(text);
}

const top = (page: Page, selector: string) => page.locator(selector).filter({ visible: true }).first();

/** D2.5, D2.6 A cadre writes about a youth of the walk's own, who says that it was not so. */
export const logs: Walk = async (people, see) => {
  const youth = await people.stranger();
  await youth.goto('/');
  await youth.getByRole('button', { name: '一位新来的人' }).click();
  await registers(youth, '欧阳听风');
  const cadre = await people.as('何志远');
  await scanText(cadre, await codeTextOf(youth));
  await cadre.locator('#confirm').click();
  await says(cadre, /已联系/);
  await cadre.locator('#log-next').click();
  await cadre.locator('#save-log').waitFor();
  await see(cadre, '04-log-after-scan');
  await cadre.goto('/');
  await cadre.locator('#log').click();
  await cadre.locator('#save-log').click();
  await says(cadre, '还没有选和谁');
  await see(cadre, '04-log-missing');
  await cadre.locator('#choose-whom').click();
  await cadre.locator('#whom-all .row').first().waitFor();
  await see(cadre, '04-log-whom');
  await cadre.locator('#search-whom input').fill('欧阳');
  await cadre.getByRole('checkbox', { name: /听风/ }).first().click();
  await cadre.locator('#whom-done').click();
  await fillIn(cadre, { task: '重倾听', text: '聊了夜班调休，答应下周问厂工会' });
  await cadre.locator('#way-faceToFace').click();
  await see(cadre, '04-log');
  await cadre.locator('#day-earlier').click();
  await cadre.locator('#day-input').fill('2020-01-02');
  await cadre.locator('#save-log').click();
  await says(cadre, '那时还没有联系上');
  await see(cadre, '04-log-refused', { whole: true });
  await cadre.locator('#day-today').click();
  await cadre.locator('#save-log').click();
  await says(cadre, '记下了');
  await says(cadre, '今天有声音了');
  await see(cadre, '01-home-rhythm', { whole: true });
  await cadre.locator('#quarter').click();
  await says(cadre, '有声音的日子');
  await see(cadre, '07-quarter', { whole: true });
  await cadre.locator('#self-check').click();
  await cadre.locator('#copy-self-check').waitFor();
  await see(cadre, '07-self-check');
  await cadre.keyboard.press('Escape');
  await cadre.goto('/#/log/list?from=2017-01-01&until=2017-03-31');
  await says(cadre, '这里还没有记录');
  await see(cadre, '12-no-logs');
  await cadre.goto('/#/log/quiet');
  await top(cadre, '#quiet .row').waitFor();
  await see(cadre, '03-quiet');
  await cadre.goto('/');

  await cadre.locator('#tab-youths').click();
  await cadre.locator('#log-several').waitFor();
  await cadre.getByRole('radio', { name: /天没联系/ }).click();
  await top(cadre, '.rows.by-ava .row').waitFor();
  await see(cadre, '03c-youths-quiet');
  await top(cadre, '.rows.by-ava .row').click();
  await says(cadre, '联系记录');
  await see(cadre, '03a-youth-logs', { whole: true });
  await cadre.goto('/#/log/list');
  await top(cadre, '#logs .row').waitFor();
  await see(cadre, '04-logs');
  await top(cadre, '#logs .row').click();
  await cadre.locator('#marks').waitFor();
  await see(cadre, '04-log-one');
  const one = cadre.url();

  await youth.goto('/');
  await says(youth, /等你看一看/);
  await see(youth, '05-youth-home-log', { whole: true });
  await youth.locator('#about-me-row').click();
  await says(youth, '答应下周问厂工会');
  await see(youth, '05-about-me');
  await youth.getByText('隐藏文字').filter({ visible: true }).click();
  await youth.locator('#hide-now').waitFor();
  await see(youth, '05-about-me-hide');
  await youth.keyboard.press('Escape');
  await youth.getByRole('button', { name: '这不是我' }).click();
  await says(youth, '想起来了，是我');
  await see(youth, '05-about-me-disputed');

  await cadre.goto('/');
  await cadre.reload();
  await says(cadre, '欧阳听风说“这不是我”');
  await see(cadre, '01-home-todos', { whole: true });
  await cadre.goto(one);
  await cadre.reload();
  await cadre.getByRole('button', { name: /答复/ }).waitFor();
  await see(cadre, '04-log-disputed');
  await cadre.getByRole('button', { name: /答复/ }).click();
  await cadre.locator('#send-answer').click();
  await says(cadre, '还没有写');
  await see(cadre, '04-log-answer');
  await cadre.locator('#answer textarea').fill('周四下午在厂门口，聊了十分钟');
  await cadre.locator('#send-answer').click();
  await says(cadre, '你的答复：周四下午在厂门口，聊了十分钟');

  for (const [viewport, size] of [
    [undefined, ''],
    [DESKTOP, '-desktop'],
  ] as const) {
    const administrator = await people.as('邓绮雯', viewport);
    await administrator.goto('/#/org/todo');
    await says(administrator, '记录对不上的');
    await administrator.locator('#disputes').scrollIntoViewIfNeeded();
    await see(administrator, `18-disputes${size}`, { whole: true });
  }

  await youth.goto('/#/contact/holder');
  await youth.reload();
  await says(youth, /对方答复/);
  await see(youth, '06-record-logs', { whole: true });
  await youth.getByRole('button', { name: '是我', exact: true }).click();
  await says(youth, '你已确认');

  await cadre.goto('/#/log/meet');
  await says(cadre, /秒后换新/);
  await see(cadre, '04-meeting-code');
  const meeting = await codeTextOf(cadre);
  await youth.goto('/');
  await youth.locator('#tab-holders').click();
  // Who has just been added is told so for a while, above the way to scan.
  await youth.locator('#scan').press('Enter');
  await youth.getByTestId('scan-text').locator('input').fill(meeting);
  await youth.locator('#take-text').click();
  await youth.locator('#met').waitFor();
  await see(youth, '02-met-youth-before');
  await youth.locator('#met').click();
  await says(youth, '和何志远见了面');
  await see(youth, '02-met-youth');
  await youth.goto('/');
  const again = await codeTextOf(youth);
  await cadre.goto('/');
  await scanText(cadre, again);
  await cadre.locator('#met').waitFor();
  await see(cadre, '02-met-before');
  await cadre.locator('#met').click();
  await says(cadre, '和欧阳听风见了面');
  await see(cadre, '02-met');
  await cadre.locator('#log-next').click();
  await cadre.locator('#save-log').waitFor();
  await cadre.context().setOffline(true);
  await cadre.locator('#save-log').click();
  await says(cadre, '没有网络，1 笔等着送出');
  await see(cadre, '15-log-waiting');
  await cadre.context().setOffline(false);
  await top(cadre, '.row')
    .waitFor({ state: 'detached' })
    .catch(() => undefined);
  await leavesAgain(youth);
};

/** Who has just begun, and a log about many, one of them with a long name. */
export const manyAndNone: Walk = async (people, see) => {
  const admin = await people.as('邓绮雯', DESKTOP);
  await admin.locator('#appoint').filter({ visible: true }).click();
  await admin.locator('#name input').fill('区晓晴');
  await admin.locator('#title input').fill('委员');
  await admin.getByRole('radio', { name: '兼职' }).click();
  await admin.locator('#invite').click();
  await admin.locator('#invited').waitFor();
  const link = await codeTextOf(admin);
  const newcomer = await people.stranger();
  await newcomer.goto('/');
  await newcomer.getByRole('button', { name: '一位新来的人' }).click();
  await newcomer.locator('#agree').waitFor();
  await newcomer.goto(link);
  await newcomer.locator('#claim').click();
  await says(newcomer, '还差 100 位');
  await see(newcomer, '01-home-new', { whole: true });
  await newcomer.locator('#log').click();
  await newcomer.locator('#choose-whom').click();
  await says(newcomer, /先扫一扫对方的码/);
  await see(newcomer, '04-log-nobody');
  await newcomer.locator('#whom-done').click();
  await newcomer.goto('/#/log/quarter');
  await says(newcomer, '先联系上，再约着见一面');
  await see(newcomer, '07-quarter-new', { whole: true });
  await newcomer.goto('/#/log/quiet');
  await says(newcomer, '最近都联系过了');
  await see(newcomer, '12-no-quiet');

  const youth = await people.stranger();
  await youth.goto('/');
  await youth.getByRole('button', { name: '一位新来的人' }).click();
  await registers(youth, '阿卜杜热合曼·买买提艾力江');
  const cadre = await people.as('何志远');
  await scanText(cadre, await codeTextOf(youth));
  await cadre.locator('#confirm').waitFor();
  await see(cadre, '02-scan-long-name');
  await cadre.locator('#confirm').click();
  await cadre.locator('#log-next').click();
  await cadre.locator('#choose-whom').click();
  await cadre.getByText(/位都选上/).click();
  await see(cadre, '04-log-whom-many');
  await cadre.locator('#whom-done').click();
  await says(cadre, '是不是一场活动');
  await see(cadre, '04-log-many', { whole: true });
  await cadre.goto('/');
  await leavesAgain(youth);
};
