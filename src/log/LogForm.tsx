import { type ReactNode, useState } from 'react';
import { View } from '@tarojs/components';
import { policy } from '../../config/policy';
import type { Outputs } from '../../types/contract';
import { LOG_TASKS, LOG_WAYS } from '../../types/words';
import type { Whom } from '@/lib/handedOver';
import { taskWords, wayIcons, wayWords } from '@/lib/logWords';
import { sayOfOneWhoLeft } from '@/lib/sayOfLogs';
import { Button } from '@/ui/Button';
import { Choices } from '@/ui/Choices';
import { Labelled } from '@/ui/Labelled';
import { Segments } from '@/ui/Segments';
import { TextArea } from '@/ui/TextArea';
import { Unsaved } from '@/ui/Unsaved';
import { useGoToProblem } from '@/ui/useGoToProblem';
import { YesNo } from '@/ui/YesNo';
import { DayChoice } from './DayChoice';
import { type Draft, mayBeActivity, problemsOf, type Said, saidIn } from './draft';
import { PeopleChips } from './PeopleChips';
import { WhomSheet } from './WhomSheet';

interface Props {
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
  today: string;
  recent: Outputs['contactLog']['offer']['recent'];
  /** Those who were taken out because they have left. */
  gone?: Whom[];
  /** Opened to choose whom first. */
  choose?: boolean;
  saveWords: string;
  busy: boolean;
  error: unknown;
  onSave: (said: Said) => void;
  /** Below the button. */
  children?: ReactNode;
}

const readersWords = ({ people: { length } }: Draft): string =>
  length > 1 ? `这 ${length} 位会看到这一笔，不对可以说` : '对方会看到这一笔，不对可以说';

const { longest } = policy.contactLog;

/** D2.5, D2.6 What, with whom, how, when, and one line: in the order of speaking. */
export const LogForm = (props: Props) => {
  const { draft, onChange, today, recent, gone = [], choose = false, saveWords, busy, error, onSave, children } = props;
  const [choosing, setChoosing] = useState(choose);
  const [tries, setTries] = useState(0);
  const problems = tries > 0 ? problemsOf(draft) : {};
  useGoToProblem(Object.keys(problems)[0], tries, null);
  const save = () => {
    setTries(tries + 1);
    const said = saidIn(draft);
    if (said) onSave(said);
  };
  return (
    <>
      <View className="card col g20">
        <Labelled id="task" label="做了什么" problem={problems.task}>
          <View className="five-chips">
            <Choices
              id="task"
              label="做了什么"
              problem={problems.task}
              options={LOG_TASKS}
              chosen={draft.task}
              onPaper
              onChoose={(task) => onChange({ task })}
            >
              {(task) => taskWords[task]}
            </Choices>
          </View>
        </Labelled>
        <Labelled
          id="whom"
          label={
            <View className="flex between">
              和谁
              {draft.people.length > 0 && <View>{draft.people.length} 位</View>}
            </View>
          }
          problem={problems.whom}
        >
          <PeopleChips
            people={draft.people}
            gone={gone}
            offered={recent}
            onChange={(people) => onChange({ people })}
            onChoose={() => setChoosing(true)}
          />
        </Labelled>
        <Labelled id="way" label="怎么联系" problem={problems.way}>
          <Segments
            id="way"
            label="怎么联系"
            problem={problems.way}
            segments={LOG_WAYS.map((name) => ({ name, word: wayWords[name], icon: wayIcons[name] }))}
            chosen={draft.way}
            onChoose={(way) => onChange({ way })}
          />
        </Labelled>
        {mayBeActivity(draft) && (
          <YesNo
            id="activity"
            label="是不是一场活动"
            words={['是一场活动', '不是']}
            value={draft.activity}
            onChange={(activity) => onChange({ activity })}
          />
        )}
        <DayChoice day={draft.day} today={today} problem={problems.day} onChange={(day) => onChange({ day })} />
      </View>
      <View className="card log-text">
        <TextArea
          id="text"
          label="一句话"
          aside="可以不写"
          problem={problems.text}
          hint="聊了什么，答应了什么"
          value={draft.text}
          longest={longest}
          onChange={(text) => onChange({ text })}
        />
        <View className="flex between t12 ink3 mt8">
          <View>{readersWords(draft)}</View>
          <View>
            {draft.text.length} / {longest}
          </View>
        </View>
      </View>
      <View className="foot lined">
        <Unsaved error={error} words={draft.people.length > 1 ? sayOfOneWhoLeft : undefined} />
        <Button id="save-log" size="large" busy={busy} onPress={save}>
          {saveWords}
        </Button>
        {children}
      </View>
      {choosing && (
        <WhomSheet
          people={draft.people}
          recent={recent}
          today={today}
          onChange={(people) => onChange({ people })}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
};
