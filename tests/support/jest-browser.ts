import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Circus } from '@jest/types';
import { TestEnvironment } from 'jest-environment-node';
import type { Page } from 'playwright-core';
import { dataDirFor } from '../../local/places';

const LOG_LINES = 5;

/** What each open page shows, and what the functions wrote last, printed when a test fails. */
export default class BrowserEnvironment extends TestEnvironment {
  private readonly pages = new Set<Page>();

  override async setup(): Promise<void> {
    await super.setup();
    this.global.pageOpened = (page: Page) => {
      this.pages.add(page);
      page.on('close', () => this.pages.delete(page));
    };
  }

  async handleTestEvent(event: Circus.AsyncEvent): Promise<void> {
    if (event.name !== 'test_fn_failure') return;
    for (const page of this.pages) {
      const text = await page.locator('body').innerText({ timeout: 2_000 }).catch(String);
      console.error(`${page.url()} shows\n${text}`);
    }
    const log = readFileSync(join(dataDirFor('test-stand-in'), 'functions.log'), 'utf8');
    console.error(`The functions wrote last\n${log.trim().split('\n').slice(-LOG_LINES).join('\n')}`);
  }
}
