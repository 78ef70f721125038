import { useState } from 'react';
import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { policy } from '../../config/policy';
import { client } from '@/lib/client';
import { noticeQuery, queries } from '@/lib/queries';
import { goBack, goTo, routes } from '@/lib/routes';
import { sayError } from '@/lib/say';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { wrongParts } from '@/lib/wrongParts';
import { BirthMonth } from '@/home/BirthMonth';
import { Button } from '@/ui/Button';
import { Labelled } from '@/ui/Labelled';
import { Page } from '@/ui/Page';
import { Press } from '@/ui/Press';
import { role } from '@/ui/role';
import { TextField } from '@/ui/TextField';
import { useGoToProblem } from '@/ui/useGoToProblem';
import { ownBindingQuery } from './accountQueries';
import { type Chosen, OrgPicker } from './OrgPicker';

interface Draft {
  name: string;
  /** `2004-06` */
  born: string;
  org: Chosen | null;
  note: string;
}

const bornOf = (born: string) =>
  born ? { birthYear: Number(born.slice(0, 4)), birthMonth: Number(born.slice(5, 7)) } : null;

/** C7 Who was here under another WeChat account says so to those who know them. */
const Binding = () => {
  const [draft, setDraft] = useState<Draft>({ name: '', born: '', org: null, note: '' });
  const [tries, setTries] = useState(0);
  const notice = useQuery(noticeQuery);
  const ask = useWrite(client.account.askBinding, () => {
    void queries.invalidateQueries(ownBindingQuery);
    void tell('已经交给团组织');
    goBack();
  });
  const wrong = wrongParts(ask.error);
  const problems: Partial<Record<keyof Draft, string>> = {
    ...(tries > 0 && !draft.name.trim() && { name: '还差姓名' }),
    ...(tries > 0 && !draft.org && { org: '还差团组织' }),
    ...(wrong.includes('name') && { name: '姓名里有多余的符号或数字，改一下再试' }),
    ...(wrong.includes('note') && { note: '这里有多余的符号，改一下再试' }),
  };
  const [first] = Object.keys(problems);
  useGoToProblem(first, tries, ask.error);
  const edit = (change: Partial<Draft>) => {
    ask.reset();
    setDraft({ ...draft, ...change });
  };
  const send = () => {
    setTries(tries + 1);
    const { name, born, org, note } = draft;
    if (!name.trim() || !org) return;
    ask.mutate({
      name: name.trim(),
      born: bornOf(born),
      orgId: org.orgId,
      note: note.trim() || null,
      noticeVersion: notice.data?.version ?? 0,
    });
  };
  const refusal = ask.isError && !first ? sayError(ask.error) : null;
  return (
    <Page title="找回原来的">
      <View className="t14 ink2">
        你写的只给这个团组织和它上级的管理员看，答复后就删掉。同意之后，原来的微信马上退出。
      </View>
      <View className="card flush">
        <View className="part">
          <TextField
            id="name"
            label="姓名"
            hint="以前登记的那个"
            value={draft.name}
            problem={problems.name}
            onChange={(name) => edit({ name })}
          />
        </View>
        <View className="part">
          <OrgPicker chosen={draft.org} problem={problems.org} onChoose={(org) => edit({ org })} />
        </View>
        <View className="part">
          <Labelled id="born" label="出生年月，可以不写">
            <BirthMonth value={draft.born} onChange={(born) => edit({ born })} />
          </Labelled>
        </View>
        <View className="part">
          <TextField
            id="note"
            label="还想说的，可以不写"
            hint="比如：你的单位，谁认识你"
            longest={100}
            value={draft.note}
            problem={problems.note}
            onChange={(note) => edit({ note })}
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
        <View className="t14 ink2 sentence">
          提交就是同意告知。{policy.answerDays} 天内答复，没答复之前可以撤回。
          <Press className="text-btn" as="link" onPress={() => goTo(routes.notice())}>
            完整告知
          </Press>
        </View>
        <Button id="ask" size="large" busy={ask.isPending} onPress={send}>
          同意并交给团组织
        </Button>
      </View>
    </Page>
  );
};

export default Binding;
