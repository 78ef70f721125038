import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { BindingsTodo } from '@/account/BindingsTodo';
import { firstAskedLeaveQuery } from '@/days/leaveQueries';
import { LeaveTodo } from '@/days/LeaveTodo';
import { meQuery } from '@/lib/queries';
import { rootsOf } from '@/lib/roots';
import { firstWaitingDaysQuery } from '@/lib/siteQueries';
import { applicationsQuery, bindingsQuery, requestsQuery, textsQuery } from '@/lib/todoQueries';
import { TextsTodo } from '@/privacy/TextsTodo';
import { WaitingTodo } from '@/site/WaitingTodo';
import { Empty } from '@/ui/Empty';
import { Page } from '@/ui/Page';
import { Applications } from './Applications';
import { Disputes } from './Disputes';
import { HandOvers } from './HandOvers';
import { Patterns } from './Patterns';
import { Requests } from './Requests';
import { handOversQuery } from './successionQueries';
import './org.scss';

const isEmpty = (data: { pages: { items: unknown[] }[] } | undefined): boolean =>
  data?.pages.every(({ items }) => items.length === 0) ?? false;

/** What waits for an administrator's answer, whichever slice it comes from; below it what others settle. */
const Todo = () => {
  const applications = useInfiniteQuery(applicationsQuery);
  const bindings = useInfiniteQuery(bindingsQuery);
  const requests = useInfiniteQuery(requestsQuery);
  const texts = useInfiniteQuery(textsQuery);
  const handOvers = useInfiniteQuery(handOversQuery);
  const { data: me } = useQuery(meQuery);
  const roots = me ? rootsOf(me) : [];
  const leaves = useQueries({ queries: roots.map(({ orgId }) => firstAskedLeaveQuery(orgId)) });
  const days = useQueries({ queries: roots.map(({ orgId }) => firstWaitingDaysQuery(orgId)) });
  const nothing =
    [applications, bindings, requests, texts, handOvers].every(({ data }) => isEmpty(data)) &&
    [...leaves, ...days].every(({ data }) => data?.items.length === 0);
  return (
    <Page title="要办的事" kind="wide">
      <Applications />
      <BindingsTodo />
      <Requests />
      <TextsTodo />
      {roots.map(({ orgId }) => (
        <WaitingTodo key={orgId} orgId={orgId} />
      ))}
      {roots.map(({ orgId }) => (
        <LeaveTodo key={orgId} orgId={orgId} />
      ))}
      <HandOvers />
      {nothing && <Empty icon="check" title="现在没有要办的事" why="有人提出申请，就会出现在这里。" />}
      {roots.map(({ orgId }) => (
        <Disputes key={orgId} orgId={orgId} />
      ))}
      {roots.map(({ orgId }) => (
        <Patterns key={orgId} orgId={orgId} />
      ))}
    </Page>
  );
};

export default Todo;
