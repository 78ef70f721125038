import { useState } from 'react';
import { View } from '@tarojs/components';
import { type Field, FIELDS, type TextState } from '../../types/words';
import { client } from '@/lib/client';
import { contactsChanged } from '@/lib/queries';
import { isRefused, sayError } from '@/lib/say';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { fieldWords } from '@/lib/words';
import { wrongParts } from '@/lib/wrongParts';
import { Button } from '@/ui/Button';
import { Choices } from '@/ui/Choices';
import { Heading } from '@/ui/Heading';
import { Labelled } from '@/ui/Labelled';
import { role } from '@/ui/role';
import { TextField } from '@/ui/TextField';
import { UnitState } from '@/ui/UnitState';

function wrongUnit(error: Error | null): string | undefined {
  if (wrongParts(error).includes('unit')) return '这里有多余的符号，改一下再试';
  if (!isRefused(error, 'TEXT_RISKY')) return undefined;
  const { title, why, now } = sayError(error);
  return `${title}。${why}${now}`;
}

/** C9 Field and unit: changed at once. */
export const CorrectField = (kept: { field: Field; unit: string | null; unitState: TextState }) => {
  const [field, setField] = useState(kept.field);
  const [unit, setUnit] = useState(kept.unit ?? '');
  const correct = useWrite(client.privacy.correct, ({ unitState }) => {
    void contactsChanged();
    void tell(unitState === 'waiting' ? '已更正，单位要等管理员看过' : '已更正');
  });
  const wrong = wrongUnit(correct.error);
  return (
    <View>
      <Heading className="sec b">马上生效</Heading>
      <View className="card flush">
        <View className="part">
          <Labelled id="field" label="你在哪个领域">
            <Choices id="field" label="你在哪个领域" options={FIELDS} chosen={field} onPaper onChoose={setField}>
              {(each) => <View className={`field f-${each}`}>{fieldWords[each]}</View>}
            </Choices>
          </Labelled>
        </View>
        <View className="part">
          <TextField
            id="unit"
            label="单位或学校，可不填"
            hint="团干部会看到"
            value={unit}
            problem={wrong}
            onChange={(typed) => {
              correct.reset();
              setUnit(typed);
            }}
          />
          {unit.trim() === kept.unit && <UnitState state={kept.unitState} />}
        </View>
        <View className="part">
          {correct.isError && !wrong && (
            <View className="problem" {...role('alert')}>
              {sayError(correct.error).title}，还没有保存。
            </View>
          )}
          <Button
            id="save"
            busy={correct.isPending}
            onPress={() => correct.mutate({ field, unit: unit.trim() || null })}
          >
            保存
          </Button>
        </View>
      </View>
    </View>
  );
};
