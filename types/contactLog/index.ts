import { met } from './met';
import { told } from './told';
import { written } from './written';

export type { LogAboutMe, LogMark, OwnLog } from './parts';

export const contactLog = { ...written, ...told, ...met };
