import { type ReactNode, useState } from 'react';
import { View } from '@tarojs/components';
import { wrongParts } from '@/lib/wrongParts';
import { Button } from '@/ui/Button';
import { TextField } from '@/ui/TextField';
import { Unsaved } from '@/ui/Unsaved';
import { useGoToProblem } from '@/ui/useGoToProblem';

export interface Names {
  name: string;
  shortName: string;
  place: string;
}

const fields = [
  { id: 'name', label: '全称', hint: '比如：共青团佛山市南海区委员会', longest: 60 },
  { id: 'shortName', label: '简称', hint: '比如：南海区团委', longest: 30 },
  { id: 'place', label: '地名，可不填', hint: '领导机关的团干部亮身份时用，比如：南海', longest: 20 },
] as const;

const missingIn = ({ name, shortName }: Names): Partial<Names> => ({
  ...(name.trim().length < 2 && { name: '还差全称' }),
  ...(shortName.trim().length < 2 && { shortName: '还差简称' }),
});

interface FormProps {
  before: Names;
  error: Error | null;
  busy: boolean;
  word: string;
  onEdit: () => void;
  onSend: (names: Names) => void;
  children?: ReactNode;
}

/** The names of an organisation, and what else is asked with them. */
export const NamesForm = ({ before, error, busy, word, onEdit, onSend, children }: FormProps) => {
  const [draft, setNames] = useState(before);
  const [tries, setTries] = useState(0);
  const wrong = wrongParts(error);
  const problems: Partial<Names> = {
    ...(tries > 0 && missingIn(draft)),
    ...Object.fromEntries(
      fields.filter(({ id }) => wrong.includes(id)).map(({ id }) => [id, '这里有多余的符号，改一下再试']),
    ),
  };
  const [firstProblem] = Object.keys(problems);
  useGoToProblem(firstProblem, tries, error);
  const send = () => {
    setTries(tries + 1);
    if (Object.keys(missingIn(draft)).length > 0) return;
    onSend({ name: draft.name.trim(), shortName: draft.shortName.trim(), place: draft.place.trim() });
  };
  return (
    <>
      <View className="card flush">
        {fields.map((field) => (
          <View key={field.id} className="part">
            <TextField
              {...field}
              value={draft[field.id]}
              problem={problems[field.id]}
              onChange={(typed) => {
                onEdit();
                setNames({ ...draft, [field.id]: typed });
              }}
            />
          </View>
        ))}
        {children}
      </View>
      <View className="foot">
        {!firstProblem && <Unsaved error={error} />}
        <Button id="save-names" size="large" busy={busy} onPress={send}>
          {word}
        </Button>
      </View>
    </>
  );
};
