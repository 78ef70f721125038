import { LOG_TASKS, LOG_WAYS, type LogTask, type LogWay } from '../../types/words';
import { kept } from '@/lib/kept';
import { person } from '@/lib/person';

interface Settings {
  task: LogTask;
  way: LogWay;
}

const mine = () => kept(`log.last.${person.get() ?? ''}`);

const among = <Word extends string>(words: readonly Word[], word: string | undefined): Word | undefined =>
  words.find((each) => each === word);

/** Task and way of the last log on this phone: they stand in the form before anything is loaded. */
export const lastSettings = {
  read: (): Settings | null => {
    const [first, second] = mine().read()?.split(' ') ?? [];
    const task = among(LOG_TASKS, first);
    const way = among(LOG_WAYS, second);
    return task && way ? { task, way } : null;
  },
  keep: ({ task, way }: Settings): void => mine().write(`${task} ${way}`),
};
