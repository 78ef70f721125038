import { useState } from 'react';
import { View } from '@tarojs/components';
import { FIELDS } from '../../types/words';
import { client } from '@/lib/client';
import { queries } from '@/lib/queries';
import { isRefused, sayError } from '@/lib/say';
import { keepSession } from '@/lib/session';
import { useWrite } from '@/lib/useWrite';
import { fieldWords } from '@/lib/words';
import { Button } from '@/ui/Button';
import { Choices } from '@/ui/Choices';
import { Labelled } from '@/ui/Labelled';
import { Page } from '@/ui/Page';
import { role } from '@/ui/role';
import { TextField } from '@/ui/TextField';
import { useGoToProblem } from '@/ui/useGoToProblem';
import { BirthMonth } from './BirthMonth';
import { type Draft, missingIn, refusedIn } from './registration';

interface Props {
  noticeVersion: number;
  onReread: () => void;
}

/** Name, month of birth, field, and a unit if one likes: all that is kept (D9.6). */
export const RegisterForm = ({ noticeVersion, onReread }: Props) => {
  const [draft, setDraft] = useState<Draft>({ name: '', born: '', field: null, unit: '' });
  const [tries, setTries] = useState(0);
  const register = useWrite(client.org.register, (registered) => {
    keepSession(registered);
    void queries.invalidateQueries();
  });

  const problems = { ...(tries > 0 && missingIn(draft)), ...refusedIn(register.error) };
  const [firstProblem] = Object.keys(problems);
  useGoToProblem(firstProblem, tries, register.error);

  const send = () => {
    setTries(tries + 1);
    const { name, born, field, unit } = draft;
    if (!name.trim() || !born || !field) return;
    const [birthYear = 0, birthMonth = 0] = born.split('-').map(Number);
    register.mutate({ noticeVersion, name: name.trim(), birthYear, birthMonth, field, unit: unit.trim() || null });
  };
  /** What was refused is forgotten as soon as one changes something. */
  const edit = (change: Partial<Draft>) => {
    register.reset();
    setDraft({ ...draft, ...change });
  };
  const refusal = register.isError && !firstProblem ? sayError(register.error) : null;

  return (
    <Page title="登记" first>
      <View className="card flush">
        <View className="part">
          <TextField
            id="name"
            label="姓名"
            hint="真实姓名，团干部这样称呼你"
            value={draft.name}
            problem={problems.name}
            onChange={(name) => edit({ name })}
          />
        </View>
        <View className="part">
          <Labelled id="born" label="出生年月，只记到月" problem={problems.born}>
            <BirthMonth value={draft.born} problem={problems.born} onChange={(born) => edit({ born })} />
          </Labelled>
        </View>
        <View className="part">
          <Labelled id="field" label="你在哪个领域" problem={problems.field}>
            <Choices
              id="field"
              label="你在哪个领域"
              options={FIELDS}
              chosen={draft.field}
              onPaper
              problem={problems.field}
              onChoose={(field) => edit({ field })}
            >
              {(field) => <View className={`field f-${field}`}>{fieldWords[field]}</View>}
            </Choices>
          </Labelled>
        </View>
        <View className="part">
          <TextField
            id="unit"
            label="单位或学校，可不填"
            hint="团干部会看到"
            value={draft.unit}
            problem={problems.unit}
            onChange={(unit) => edit({ unit })}
          />
        </View>
      </View>
      <View className="foot">
        {refusal && (
          <View className="note warn register-refusal" {...role('alert')}>
            <View className="b">{refusal.title}</View>
            {refusal.why}
            {refusal.now}
          </View>
        )}
        {isRefused(register.error, 'NOTICE_OUTDATED') ? (
          <Button
            size="large"
            onPress={() => {
              void queries.invalidateQueries({ queryKey: ['privacy.notice'] });
              onReread();
            }}
          >
            看新的告知
          </Button>
        ) : (
          <Button id="register" size="large" busy={register.isPending} onPress={send}>
            完成登记
          </Button>
        )}
      </View>
    </Page>
  );
};
