import { useInfiniteQuery } from '@tanstack/react-query';
import { BindingsTodo } from '@/account/BindingsTodo';
import { bindingsQuery } from '@/lib/queries';
import { Empty } from '@/ui/Empty';
import { Page } from '@/ui/Page';

/** What waits for an administrator's answer, whichever slice it comes from. */
const Todo = () => {
  const bindings = useInfiniteQuery(bindingsQuery);
  const nothing = bindings.data?.pages.every(({ items }) => items.length === 0);
  return (
    <Page title="要办的事" kind="wide">
      <BindingsTodo />
      {nothing && <Empty icon="check" title="现在没有要办的事" why="有人提出申请，就会出现在这里。" />}
    </Page>
  );
};

export default Todo;
