import * as administrators from './administrators';
import * as applications from './applications';
import * as cadres from './cadres';
import { setChannels } from './channels';
import * as claims from './claim';
import { handOvers, nameSuccessor, successors } from './handOvers';
import * as invitations from './invitations';
import { me } from './me';
import { overview } from './overview';
import { register } from './register';
import { signIn, signOut } from './session';
import { channelsOf, revealChannel } from './shownChannels';
import * as tree from './tree';

export const org = {
  signIn,
  signOut,
  me,
  register,
  setChannels,
  channelsOf,
  revealChannel,
  overview,
  successors,
  nameSuccessor,
  handOvers,
  ...tree,
  ...invitations,
  ...claims,
  ...applications,
  ...cadres,
  ...administrators,
};
