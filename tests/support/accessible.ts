import axe from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

const grave: unknown[] = ['serious', 'critical'];

/** What axe finds grave on what is seen now: `rule: where`. */
async function axeFindings(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (only) => (window.axe as typeof axe).run({ resultTypes: ['violations'], ...(only && { runOnly: only }) }),
    rules,
  );
  return violations
    .filter(({ impact }) => grave.includes(impact))
    .flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`));
}

/** What axe does not look for: targets of 44 px, fields with a name of their own, one title, Tab stops, zoom. */
const ownFindings = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const least = 44;
    const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)].filter(seen);
    const told = (element: HTMLElement) =>
      `${element.tagName} #${element.id} ${element.className} ${element.innerText}`;

    /** What reacts to a finger: the box, and a mark before or behind it that reaches out. */
    const sizeOf = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      const after = getComputedStyle(element, '::after');
      const out = after.position === 'absolute' && after.content !== 'none' ? parseFloat(after.top) : 0;
      return { width, height: height - 2 * Math.min(0, out) };
    };
    const controls = all(
      '[role="button"], [role="link"], [role="tab"], [role="radio"], button, a[href], input, select',
    ).filter((element) => !element.closest('[aria-hidden="true"]'));
    const small = controls.filter((element) => {
      const { width, height } = sizeOf(element);
      return Math.round(width) < least || Math.round(height) < least;
    });
    const unnamed = all('input, select').filter((field) => !field.closest('[aria-hidden="true"]') && !field.ariaLabel);
    const unreached = controls.filter((element) => {
      const group = element.closest('[role="tablist"], [role="radiogroup"]');
      return group ? group.querySelectorAll('[tabindex="0"]').length !== 1 : element.tabIndex < 0;
    });
    const titles = all('h1, [role="heading"][aria-level="1"]');
    return [
      ...small.map((element) => `smaller than ${least} px: ${told(element)} ${JSON.stringify(sizeOf(element))}`),
      ...unnamed.map((element) => `no name but its hint: ${told(element)}`),
      ...unreached.map((element) => `Tab does not come to: ${told(element)}`),
      ...(titles.length === 1 && titles[0]?.innerText ? [] : [`${titles.length} titles`]),
      ...(document.documentElement.lang === 'zh-CN' ? [] : ['the language is not said']),
      ...(/user-scalable|maximum-scale/.test(
        document.querySelector<HTMLMetaElement>('meta[name=viewport]')?.content ?? '',
      )
        ? ['zoom is forbidden']
        : []),
    ];
  });

/** Everything found on a screen, in the light and in the dark; there only colours are different. */
export async function findingsOn(page: Page): Promise<string[]> {
  const light = [...(await axeFindings(page)), ...(await ownFindings(page))];
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await axeFindings(page, ['color-contrast']);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((finding) => `in the dark, ${finding}`)];
}
