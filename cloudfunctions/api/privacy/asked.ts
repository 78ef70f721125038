import type { Asked } from '../../../types/privacy';
import { dayOf } from '../kernel/calendar';
import { aboutConcern, type ConcernPart } from '../kernel/sealed';
import { readKeys, seal, unseal } from '../kernel/secrets';
import type { Settings } from '../kernel/settings';
import { stateOf } from './rules';
import type { AskedRow } from './store/asked';

/** D9.7, D9.9 A text of a concern as the table keeps it, bound to its concern. */
export const sealText = ({ APP_FIELD_KEY }: Settings, concernId: string, part: ConcernPart, text: string): string =>
  seal(readKeys(APP_FIELD_KEY), aboutConcern(part, concernId), text);

/** A text that cannot be opened is a fault, never an empty text. */
export function openText({ APP_FIELD_KEY }: Settings, concernId: string, part: ConcernPart, sealed: string): string {
  const text = unseal(readKeys(APP_FIELD_KEY), aboutConcern(part, concernId), sealed);
  if (text === null) throw new Error('a concern cannot be opened with the keys in force');
  return text;
}

/** D9.4 A request as its youth sees it. */
export function askedOf(row: AskedRow, settings: Settings): Asked {
  const { id, kind, answeredAt, droppedAt, approved } = row;
  const opened = (part: ConcernPart, text: string) => (kind === 'concern' ? openText(settings, id, part, text) : text);
  return {
    id,
    kind,
    state: stateOf({ answered: answeredAt !== null, dropped: droppedAt !== null, approved }),
    askedOn: dayOf(row.askedAt),
    dueOn: row.dueOn,
    text: droppedAt ? null : opened('text', row.text),
    about: row.about,
    answer: row.answer && opened('answer', row.answer),
    answeredOn: answeredAt && dayOf(answeredAt),
  };
}
