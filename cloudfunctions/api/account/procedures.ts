import { newAccounts } from './bindings';
import { ownDevices } from './devices';
import { messages } from './messages';
import { signIns } from './signIns';

export const account = { ...signIns, ...ownDevices, ...newAccounts, ...messages };
