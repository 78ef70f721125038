import { endAll } from './ending';

export default endAll;
