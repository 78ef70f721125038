import type { Page } from 'playwright-core';

/** What has the focus: its id, and what it is called. */
export const focused = (page: Page): Promise<{ id: string; name: string }> =>
  page.evaluate(() => {
    const active = document.activeElement as HTMLElement;
    const own = active.closest<HTMLElement>('[id]')?.id ?? '';
    return { id: own, name: active.ariaLabel ?? active.innerText };
  });

/** Whether the focus, when it is on the page, can be seen: an outline, or the edge of the line that is being typed. */
const isFocusSeen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const active = document.activeElement as HTMLElement;
    if (active === document.body) return true;
    const { outlineStyle, outlineWidth } = getComputedStyle(active);
    const outlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    const line = active.matches('input, select, textarea') && active.closest('.input');
    return outlined || (line instanceof Element && getComputedStyle(line).boxShadow !== 'none');
  });

const MOST_STOPS = 60;

/** Presses Tab until what is looked for has the focus; on the way every stop must be seen. */
export async function tabTo(page: Page, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press(key);
    if (!(await isFocusSeen(page)))
      throw new Error(`the focus cannot be seen on ${JSON.stringify(await focused(page))}`);
    if (await page.locator(selector).evaluateAll((all) => all.some((one) => one.contains(document.activeElement))))
      return;
  }
  throw new Error(`Tab does not come to ${selector}`);
}

/** Waits until the focus is on what the selector says. */
export async function focusOn(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((wanted) => document.activeElement?.closest(wanted), selector);
}
