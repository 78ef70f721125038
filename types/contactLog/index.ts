import { met } from './met';
import { quarters } from './quarter';
import { told } from './told';
import { written } from './written';

export type { OwnQuarter } from './quarter';
export type { LogAboutMe, OwnLog } from './parts';

export const contactLog = { ...written, ...told, ...met, ...quarters };
