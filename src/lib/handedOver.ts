import type { LogTask, LogWay } from '../../types/words';

export interface Whom {
  contactId: string;
  name: string;
}

/** What one page gives to 记一笔. By hand: a name does not go into an address. */
interface Handed {
  people: Whom[];
  task?: LogTask;
  way?: LogWay;
}

let handed: Handed | null = null;

export const handOver = (given: Handed): void => {
  handed = given;
};

/** Given once. */
export const takeOver = (): Handed | null => {
  const given = handed;
  handed = null;
  return given;
};
