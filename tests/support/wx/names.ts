import { readFileSync } from 'node:fs';

const MEMBER = /^ {8}(?:readonly )?(\w+)\??[(<:]/gm;

/** Every name that WeChat's `wx` has, by its own typings. */
export function wxNames(): string[] {
  const typings = readFileSync(require.resolve('miniprogram-api-typings/types/wx/lib.wx.api.d.ts'), 'utf8');
  const members = typings.slice(typings.indexOf('interface Wx {'));
  return [...new Set([...members.matchAll(MEMBER)].map(([, name = '']) => name))];
}
