import { readFileSync } from 'node:fs';
import { SECURITY_HEADERS } from '../../local/web/static';

const page = readFileSync('dist/h5/index.html', 'utf8');

/** Of these a page's own words are not heard. */
const byHeaderOnly = /frame-ancestors [^;]+; ?/;

it('the page carries the policy itself, for a host that sends no headers', () => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1];
  expect(policy).toBe(SECURITY_HEADERS['content-security-policy'].replace(byHeaderOnly, ''));
});

it('nothing in it stands inline that the policy would refuse, and nothing comes from elsewhere', () => {
  expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/);
  expect(page).not.toMatch(/\son\w+=/);
  expect([...page.matchAll(/(?:src|href)="(?!\/|data:)([^"]+)"/g)].map(([, address]) => address)).toEqual([]);
});
