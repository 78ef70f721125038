import { Empty } from '@/ui/Empty';
import { Page } from '@/ui/Page';
import { Applications } from './Applications';
import './org.scss';

/** What waits for an administrator's answer, whichever slice it comes from. */
const Todo = () => (
  <Page title="要办的事" kind="wide">
    <Applications empty={<Empty icon="check" title="现在没有要办的事" why="有人提出申请，就会出现在这里。" />} />
  </Page>
);

export default Todo;
