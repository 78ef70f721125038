import { BindingsTodo } from '@/account/BindingsTodo';
import { Page } from '@/ui/Page';
import { Requests } from './Requests';

/** What waits for an administrator's answer, whichever slice it comes from. */
const Todo = () => (
  <Page title="要办的事" kind="wide">
    <BindingsTodo />
    <Requests />
  </Page>
);

export default Todo;
