import { timeOf } from '@/lib/day';
import { taskWords, wayWords } from '@/lib/logWords';
import { errorOf, isMendable, isOf, type Item } from '@/lib/outbox/item';
import { sayError } from '@/lib/say';
import { sayOfOneWhoLeft } from '@/lib/sayOfLogs';
import { codeWords, liveUntil } from '@/lib/scannedText';
import type { IconName } from '@/ui/icons';

interface Mark {
  look: 'wait' | 'good' | 'bad';
  icon: IconName;
  word: string;
}

const marks: Record<Item['state'], Mark> = {
  waiting: { look: 'wait', icon: 'cloudUp', word: '待同步' },
  sending: { look: 'wait', icon: 'repeat', word: '同步中' },
  done: { look: 'good', icon: 'check', word: '已同步' },
  failed: { look: 'bad', icon: 'close', word: '没有成功' },
};

/** Nothing failed where the two had found each other already. */
const already: Mark = { look: 'good', icon: 'check', word: '已经联系上' };

export const markOf = ({ state, error }: Item): Mark => (error?.code === 'CONTACT_ALREADY' ? already : marks[state]);

export const titleOf = (item: Item): string => {
  const { about, state } = item;
  if (isOf(item, 'contact.register')) {
    if (item.output) return item.output.name;
    if (about) return about;
    if (!item.input || state === 'failed') return '扫过的码';
    return codeWords(item.input.text);
  }
  if (isOf(item, 'grassrootsDay.checkIn')) return item.output?.site.name ?? about ?? '一次报到';
  return about ?? '记的一笔';
};

const codeIn = (input: { text: string } | { where: { text: string } | { siteId: string } }): string | null => {
  if ('text' in input) return input.text;
  return 'text' in input.where ? input.where.text : null;
};

const madeWords = (item: Item): string => {
  const { madeAt } = item;
  if (isOf(item, 'contact.register') || isOf(item, 'grassrootsDay.checkIn')) {
    const text = item.input && codeIn(item.input);
    const until = text && liveUntil(text);
    // A site's is good until the same time of the next day.
    const day = isOf(item, 'grassrootsDay.checkIn') ? '次日 ' : '';
    return `扫码于 ${timeOf(madeAt)}${until ? `，${day}${timeOf(until)} 前要送到` : ''}`;
  }
  const said = isOf(item, 'contactLog.write') && (item.input ?? item.output);
  return `记于 ${timeOf(madeAt)}${said ? `，${wayWords[said.way]}，${taskWords[said.task]}` : ''}`;
};

/** Where one of several has left, the others can be written about still. */
export const wordsOf = (item: Item): typeof sayOfOneWhoLeft | undefined =>
  item.error && isMendable(item, item.error) ? sayOfOneWhoLeft : undefined;

export const detailOf = (item: Item): string =>
  item.state === 'failed' ? `${timeOf(item.madeAt)}，${sayError(errorOf(item), wordsOf(item)).title}` : madeWords(item);
