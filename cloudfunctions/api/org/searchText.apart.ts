import { pinyin } from 'pinyin-pro';

/** What a name is searched by, and sorted: its pinyin, its initials, itself. */
export function searchText(name: string): string {
  const spelled = pinyin(name, { toneType: 'none', type: 'array', surname: 'head' });
  const initials = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', surname: 'head' });
  return [spelled.join(''), initials.join(''), name].join(' ').toLowerCase();
}
