import { newAccounts } from './bindings';
import { ownDevices } from './devices';
import { signIns } from './signIns';

export const account = { ...signIns, ...ownDevices, ...newAccounts };
