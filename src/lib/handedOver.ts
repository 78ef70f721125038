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
  activity?: boolean;
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

/** An activity (D2.3) is a meeting; with whom is still to be chosen. */
export const handOverActivity = (): void =>
  handOver({ people: [], task: 'activation', way: 'faceToFace', activity: true });
