import { View } from '@tarojs/components';
import type { Application } from '../../types/org';
import { client } from '@/lib/client';
import { monthAndDay } from '@/lib/day';
import { applicationQuery, queries } from '@/lib/queries';
import { routes, startAt } from '@/lib/routes';
import { useWrite } from '@/lib/useWrite';
import { serviceWords } from '@/lib/words';
import { Button } from '@/ui/Button';
import { Heading } from '@/ui/Heading';
import { Row } from '@/ui/Row';
import { Unsaved } from '@/ui/Unsaved';

const title = ({ answer }: Application): string => {
  switch (answer) {
    case null:
      return '申请送到了';
    case 'approved':
      return '职务确认了';
    case 'refused':
      return '这次没有通过';
    case 'withdrawn':
      return '申请撤回了';
  }
};

const why = ({ answer, dueOn, reason }: Application): string => {
  switch (answer) {
    case null:
      return `所在组织或上级的管理员会在${monthAndDay(dueOn)}之前答复，答复就在这里。`;
    case 'approved':
      return '回首页就能看到。';
    case 'refused':
      return `管理员说：${reason ?? ''}`;
    case 'withdrawn':
      return '想再申请，随时都行。';
  }
};

/** What became of one's own application, and the way on. */
export const ApplicationState = ({ application, onAgain }: { application: Application; onAgain: () => void }) => {
  const withdraw = useWrite(client.org.withdrawApplication, () => void queries.invalidateQueries(applicationQuery));
  const { orgName, service, madeOn, answer } = application;
  return (
    <>
      <View className="card flush">
        <View className="part">
          <Heading className="t18 b">{title(application)}</Heading>
          <View className="ink2 mt4 wrap-any">{why(application)}</View>
        </View>
        <Row fact title="团组织" aside={orgName} />
        <Row fact title="职务" aside={`${application.title}，${serviceWords[service]}`} />
        <Row fact title="哪天申请" aside={monthAndDay(madeOn)} />
      </View>
      <View className="foot">
        <Unsaved error={withdraw.error} />
        {answer === 'approved' && (
          <Button size="large" onPress={() => void startAt(routes.home())}>
            回首页
          </Button>
        )}
        {answer === null && (
          <Button id="withdraw" kind="line" busy={withdraw.isPending} onPress={() => withdraw.mutate({})}>
            撤回申请
          </Button>
        )}
        {(answer === 'refused' || answer === 'withdrawn') && (
          <Button id="again" size="large" onPress={onAgain}>
            再申请一次
          </Button>
        )}
      </View>
    </>
  );
};
