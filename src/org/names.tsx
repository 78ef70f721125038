import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { Outputs } from '../../types/contract';
import type { Level } from '../../types/words';
import { client } from '@/lib/client';
import { organisationChanged } from '@/lib/queries';
import { goBack } from '@/lib/routes';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { levelWords } from '@/lib/words';
import { wrongParts } from '@/lib/wrongParts';
import { Button } from '@/ui/Button';
import { Choices } from '@/ui/Choices';
import { Labelled } from '@/ui/Labelled';
import { TextField } from '@/ui/TextField';
import { Unsaved } from '@/ui/Unsaved';
import { useGoToProblem } from '@/ui/useGoToProblem';
import { YesNo } from '@/ui/YesNo';
import { OrgPage } from './OrgPage';

type Org = Outputs['org']['overview']['org'];

interface Draft {
  name: string;
  shortName: string;
  place: string;
}

const fields = [
  { id: 'name', label: '全称', hint: '比如：共青团佛山市南海区委员会', longest: 60 },
  { id: 'shortName', label: '简称', hint: '比如：南海区团委', longest: 30 },
  { id: 'place', label: '地名，可不填', hint: '领导机关的团干部亮身份时用，比如：南海', longest: 20 },
] as const;

const missingIn = ({ name, shortName }: Draft): Partial<Draft> => ({
  ...(name.trim().length < 2 && { name: '还差全称' }),
  ...(shortName.trim().length < 2 && { shortName: '还差简称' }),
});

interface FormProps {
  before: Draft;
  error: Error | null;
  busy: boolean;
  word: string;
  onEdit: () => void;
  onSend: (names: Draft) => void;
  children?: React.ReactNode;
}

const Form = ({ before, error, busy, word, onEdit, onSend, children }: FormProps) => {
  const [draft, setDraft] = useState(before);
  const [tries, setTries] = useState(0);
  const wrong = wrongParts(error);
  const problems: Partial<Draft> = {
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
                setDraft({ ...draft, [field.id]: typed });
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

/** D1.2 A new organisation right below one. */
const Below = ({ org }: { org: Org }) => {
  const [level, setLevel] = useState<Level | null>(org.below[0] ?? null);
  const [forProvince, setForProvince] = useState(false);
  const add = useWrite(client.org.addOrg, () => {
    void organisationChanged();
    void tell('建好了');
    goBack();
  });
  if (!level) return <View className="t14 ink2">{org.name}是最后一级，下面不再设组织。</View>;
  return (
    <>
      <View className="t14 ink2">建在{org.name}下面。</View>
      <Form
        before={{ name: '', shortName: '', place: '' }}
        error={add.error}
        busy={add.isPending}
        word="建立"
        onEdit={add.reset}
        onSend={(names) => add.mutate({ orgId: org.orgId, ...names, level, forProvince })}
      >
        {org.below.length > 1 && (
          <View className="part">
            <Labelled id="level" label="级别">
              <Choices id="level" label="级别" options={org.below} chosen={level} onPaper onChoose={setLevel}>
                {(each) => levelWords[each]}
              </Choices>
            </Labelled>
          </View>
        )}
        {level === 'unit' && (
          <View className="part">
            <YesNo
              id="for-province"
              label="代团省委管一个系统的团工委"
              words={['是，算领导机关', '不是']}
              value={forProvince}
              onChange={setForProvince}
            />
          </View>
        )}
      </Form>
    </>
  );
};

const Itself = ({ org }: { org: Org }) => {
  const rename = useWrite(client.org.renameOrg, () => {
    void organisationChanged();
    void tell('改好了');
    goBack();
  });
  return (
    <Form
      before={{ name: org.fullName, shortName: org.name, place: org.place }}
      error={rename.error}
      busy={rename.isPending}
      word="保存"
      onEdit={rename.reset}
      onSend={(names) => rename.mutate({ orgId: org.orgId, ...names })}
    />
  );
};

const Names = () => {
  const isBelow = useRouter().params.of === 'below';
  return (
    <OrgPage title={isBelow ? '新建下级组织' : '改名'}>
      {(org) => (isBelow ? <Below org={org} /> : <Itself org={org} />)}
    </OrgPage>
  );
};

export default Names;
