import { useState } from 'react';
import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { type Service, SERVICES } from '../../types/words';
import { client } from '@/lib/client';
import { noticeQuery, queries } from '@/lib/queries';
import { goTo, routes } from '@/lib/routes';
import { keepSession } from '@/lib/session';
import { useAsking } from '@/lib/useAsking';
import { serviceWords } from '@/lib/words';
import { wrongParts } from '@/lib/wrongParts';
import { Button } from '@/ui/Button';
import { Choices } from '@/ui/Choices';
import { Labelled } from '@/ui/Labelled';
import { Press } from '@/ui/Press';
import { TextField } from '@/ui/TextField';
import { Unsaved } from '@/ui/Unsaved';
import { useGoToProblem } from '@/ui/useGoToProblem';
import { ChooseOrg, type ChosenOrg } from './ChooseOrg';

interface Draft {
  org: ChosenOrg | null;
  name: string;
  title: string;
  service: Service | null;
}

type Problems = Partial<Record<keyof Draft, string>>;

const missingIn = ({ org, name, title, service }: Draft, newcomer: boolean): Problems => ({
  ...(!org && { org: '还差团组织' }),
  ...(newcomer && !name.trim() && { name: '还差姓名' }),
  ...(!title.trim() && { title: '还差职务' }),
  ...(!service && { service: '还差类别' }),
});

const refusedIn = (error: unknown): Problems => {
  const wrong = wrongParts(error);
  return {
    ...(wrong.includes('newcomer.name') && { name: '姓名里有多余的符号或数字，改一下再试' }),
    ...(wrong.includes('title') && { title: '这里有多余的符号，改一下再试' }),
  };
};

/** D1.1, D9.1 What somebody says of their post; a newcomer says the name too, under the notice. */
export const ApplyForm = ({ newcomer, onSent }: { newcomer: boolean; onSent: () => void }) => {
  const [draft, setDraft] = useState<Draft>({ org: null, name: '', title: '', service: null });
  const [tries, setTries] = useState(0);
  const notice = useQuery({ ...noticeQuery, enabled: newcomer });
  const apply = useAsking(client.org.apply, (applied) => {
    keepSession(applied);
    void queries.invalidateQueries();
    onSent();
  });
  const missing = missingIn(draft, newcomer);
  const problems: Problems = { ...(tries > 0 && missing), ...refusedIn(apply.error) };
  const [firstProblem] = Object.keys(problems);
  useGoToProblem(firstProblem, tries, apply.error);
  const edit = (change: Partial<Draft>) => {
    apply.reset();
    setDraft({ ...draft, ...change });
  };
  const version = notice.data?.version;
  const send = () => {
    setTries(tries + 1);
    const { org, service, title, name } = draft;
    if (!org || !service || Object.keys(missing).length > 0) return;
    const said = newcomer ? { name: name.trim(), noticeVersion: version ?? 0 } : null;
    apply.mutate({ orgId: org.orgId, service, title: title.trim(), newcomer: said });
  };
  return (
    <>
      <View className="t14 ink2">有管理员发来的邀请，直接打开它更快。没有的话在这里申请，由管理员确认。</View>
      <View className="card flush">
        <View className="part">
          <ChooseOrg chosen={draft.org} problem={problems.org} onChoose={(org) => edit({ org })} />
        </View>
        {newcomer && (
          <View className="part">
            <TextField
              id="name"
              label="姓名"
              hint="真实姓名"
              value={draft.name}
              problem={problems.name}
              onChange={(name) => edit({ name })}
            />
          </View>
        )}
        <View className="part">
          <TextField
            id="title"
            label="职务"
            hint="比如：委员"
            value={draft.title}
            problem={problems.title}
            onChange={(title) => edit({ title })}
          />
        </View>
        <View className="part">
          <Labelled id="service" label="类别" problem={problems.service}>
            <Choices
              id="service"
              label="类别"
              options={SERVICES}
              chosen={draft.service}
              onPaper
              problem={problems.service}
              onChoose={(service) => edit({ service })}
            >
              {(service) => serviceWords[service]}
            </Choices>
          </Labelled>
        </View>
      </View>
      <View className="foot">
        {!firstProblem && <Unsaved error={apply.error} />}
        {newcomer && (
          <View className="t14 ink2 sentence">
            提交就是同意告知：记下姓名、团组织和职务，只给所在组织和上级的管理员看。
            <Press className="text-btn" as="link" onPress={() => goTo(routes.notice())}>
              完整告知
            </Press>
          </View>
        )}
        <Button id="send-application" size="large" busy={apply.isPending} onPress={send}>
          {newcomer ? '同意并提交' : '提交'}
        </Button>
      </View>
    </>
  );
};
