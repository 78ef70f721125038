import { notices } from '../../config/notice';

/** The newest notice, which is in force. */
export const NOTICE = Math.max(...notices.map(({ version }) => version));
