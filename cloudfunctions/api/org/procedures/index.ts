import { setChannels } from './channels';
import { me } from './me';
import { overview } from './overview';
import { register } from './register';
import { signIn, signOut } from './session';

export const org = { signIn, signOut, me, register, setChannels, overview };
