import { uuidv7 } from 'uuidv7';
import type { OperationName } from '../../types/contract';
import type { MadePerson } from '../factory';
import type { World } from '../support/world';
import { callerOf, deadTokens, newcomerOf, STRANGER, type Caller } from './callers';
import { knownOf } from './known';
import { makePeople, type Secret } from './people';
import type { Known } from './valid';

/** The people of one round, and the values they may come across. */
export interface Cast {
  callers: Caller[];
  /** Those of them who can do an operation, with the real values that are known. */
  able: (operation: OperationName) => Caller[];
  /** Tokens of sessions that have ended, in every way there is. */
  dead: string[];
  known: Known;
  /** Ids, accounts and the like that people may name as if they were theirs. */
  names: string[];
  /** What nobody else ever sees. */
  hidden: Secret[];
  /** What the administrator above alone may have revealed. */
  inner: (Secret & { by: MadePerson })[];
  /** What cadres alone see of others. */
  units: Secret[];
  /** What administrators read first, and cadres see when it was shown. */
  waiting: Secret[];
  /** What those see who are in contact with the cadre. */
  channels: Secret[];
}

const CADRES = ['cadre', 'approved', 'sibling', 'both'];
const YOUTHS = ['held', 'free', 'full', 'minor', 'blocking', 'both'];
const ADMINISTRATORS = ['administrator', 'sibling'];
const ARRIVING = ['newcomer', 'free', 'former', 'overAge'];
const BUSY = ['cadre', 'approved', 'both', 'held', 'free', 'administrator'];

/** Whose operations they are; of those that are not named, everybody's. */
const ABLE: Partial<Record<OperationName, string[]>> = {
  'org.register': ['newcomer', 'cadre', 'administrator'],
  'org.setChannels': CADRES,
  'org.overview': ADMINISTRATORS,
  'org.addOrg': ADMINISTRATORS,
  'org.renameOrg': ADMINISTRATORS,
  'org.invite': ADMINISTRATORS,
  'org.invitations': ADMINISTRATORS,
  'org.renewInvitation': ADMINISTRATORS,
  'org.revokeInvitation': ADMINISTRATORS,
  'org.invitation': ARRIVING,
  'org.claim': ARRIVING,
  'org.apply': ARRIVING,
  'org.withdrawApplication': ['full'],
  'org.applications': ADMINISTRATORS,
  'org.approveApplication': ADMINISTRATORS,
  'org.refuseApplication': ADMINISTRATORS,
  'org.cadre': ADMINISTRATORS,
  'org.endPost': ADMINISTRATORS,
  'org.successors': ADMINISTRATORS,
  'org.nameSuccessor': ADMINISTRATORS,
  'org.handOvers': ADMINISTRATORS,
  'org.approveMinors': ADMINISTRATORS,
  'org.endMinors': ADMINISTRATORS,
  'org.administrators': ADMINISTRATORS,
  'org.makeAdministrator': ADMINISTRATORS,
  'org.endAdministrator': ADMINISTRATORS,
  'contact.cardPicture': CADRES,
  'account.askBinding': ['newcomer'],
  'account.withdrawBinding': ['newcomer'],
  'account.binding': ['newcomer'],
  'account.bindings': ['administrator', 'sibling'],
  'account.candidates': ['administrator'],
  'account.approveBinding': ['administrator'],
  'account.refuseBinding': ['administrator'],
  'org.channelsOf': ADMINISTRATORS,
  'org.revealChannel': ADMINISTRATORS,
  'contact.renewCode': CADRES,
  'contact.leave': YOUTHS,
  'contact.unblock': YOUTHS,
  'contact.list': CADRES,
  'contact.youth': CADRES,
  'contact.holders': YOUTHS,
  'grassrootsDay.patterns': CADRES,
  'grassrootsDay.patternsOf': ADMINISTRATORS,
  'contact.choices': ['held'],
  'contact.choose': ['held'],
  'contactLog.offer': CADRES,
  'contactLog.write': CADRES,
  'contactLog.repeat': CADRES,
  'contactLog.edit': CADRES,
  'contactLog.remove': CADRES,
  'contactLog.list': CADRES,
  'contactLog.one': CADRES,
  'contactLog.answer': CADRES,
  'contactLog.quarter': CADRES,
  'contactLog.year': CADRES,
  'contactLog.selfCheck': CADRES,
  'contactLog.todos': CADRES,
  'contactLog.aboutMe': YOUTHS,
  'contactLog.confirm': YOUTHS,
  'contactLog.dispute': YOUTHS,
  'contactLog.settle': YOUTHS,
  'contactLog.hideText': YOUTHS,
  'contactLog.disputes': ADMINISTRATORS,
  'contactLog.meet': [...CADRES, ...YOUTHS],
  'grassrootsDay.year': CADRES,
  'grassrootsDay.askLeave': CADRES,
  'grassrootsDay.cancelLeave': CADRES,
  'grassrootsDay.leaves': CADRES,
  'grassrootsDay.askedLeaves': ADMINISTRATORS,
  'grassrootsDay.answerLeave': ADMINISTRATORS,
  'grassrootsDay.grid': ADMINISTRATORS,
  'grassrootsDay.weeksOf': ADMINISTRATORS,
  'grassrootsDay.calendar': ADMINISTRATORS,
  'grassrootsDay.loadCalendar': ADMINISTRATORS,
  'grassrootsDay.findSites': CADRES,
  'grassrootsDay.sites': ADMINISTRATORS,
  'grassrootsDay.siteMap': ADMINISTRATORS,
  'grassrootsDay.site': ADMINISTRATORS,
  'grassrootsDay.registerSite': ADMINISTRATORS,
  'grassrootsDay.importSites': ADMINISTRATORS,
  'grassrootsDay.editSite': ADMINISTRATORS,
  'grassrootsDay.closeSite': ADMINISTRATORS,
  'grassrootsDay.inviteContact': ADMINISTRATORS,
  'grassrootsDay.endContact': ADMINISTRATORS,
  'grassrootsDay.ownSites': ['free', 'held'],
  'grassrootsDay.siteCode': ['free', 'held'],
  'grassrootsDay.standingCode': ['free', 'administrator'],
  'grassrootsDay.renewSiteCode': ['held', 'administrator'],
  'grassrootsDay.previewCheckIn': CADRES,
  'grassrootsDay.checkIn': CADRES,
  'grassrootsDay.undoCheckIn': ['cadre', 'approved'],
  'grassrootsDay.checkOut': ['cadre', 'approved'],
  'grassrootsDay.noteDay': ['cadre', 'approved'],
  'grassrootsDay.askToConfirm': ['cadre', 'approved'],
  'grassrootsDay.days': CADRES,
  'grassrootsDay.visitors': ['free', 'held'],
  'grassrootsDay.waitingDays': ['free', 'held', 'administrator'],
  'grassrootsDay.answerDays': ['free', 'administrator'],
  'grassrootsDay.allowLocation': CADRES,
  'privacy.agree': [...YOUTHS, 'notAgreed'],
  'privacy.record': YOUTHS,
  'privacy.correct': YOUTHS,
  'privacy.askName': YOUTHS,
  'privacy.askBirthMonth': YOUTHS,
  'privacy.withdraw': YOUTHS,
  'privacy.close': ['free', 'full', 'overAge'],
  'privacy.reportConcern': YOUTHS,
  'privacy.requests': ['administrator', 'sibling'],
  'privacy.correction': ['administrator', 'sibling'],
  'privacy.concern': ['administrator'],
  'privacy.answerCorrection': ['administrator', 'sibling'],
  'privacy.answerConcern': ['administrator'],
  'privacy.texts': ['administrator', 'sibling'],
  'privacy.answerText': ['administrator', 'sibling'],
};

const NEWCOMERS = 12;

export async function aCast(world: World): Promise<Cast> {
  const made = await makePeople(world);
  const { cadres, youths, administrator, contacts, units, waiting, channels, inner } = made;
  const people: Record<string, MadePerson> = { ...cadres, ...youths, administrator };
  const all = await Promise.all(Object.entries(people).map(([role, person]) => callerOf(world, role, person)));
  const newcomers = Array.from({ length: NEWCOMERS }, () => newcomerOf(world, `oNEW${uuidv7()}`));
  const known = await knownOf(world, made);
  const gone = [youths.gone, cadres.cadreGone];
  await close(world, gone);
  const isGone = ({ person }: Caller) => gone.some(({ personId }) => personId === person?.personId);
  const callers = all.map((caller) => (isGone(caller) ? { ...STRANGER, openid: caller.openid } : caller));
  return {
    callers: [...callers, ...newcomers, STRANGER],
    able: (operation) => {
      const roles = ABLE[operation] ?? BUSY;
      return [...callers, ...newcomers].filter(({ role }) => roles.includes(role));
    },
    dead: [...(await deadTokens(world, cadres.cadre)), ...all.filter(isGone).map(({ token }) => token ?? '')],
    known,
    names: Object.values(people).flatMap(({ personId, openid, name }) => [personId, openid, name, `p:${personId}`]),
    hidden: [
      ...Object.values(people).map((of) => ({ of, text: of.openid })),
      ...contacts.map(({ youth }) => ({ of: youth, text: youth.personId })),
      ...inner.filter(({ of }) => of === cadres.former),
      ...gone.map((of) => ({ of, text: of.name })),
    ],
    inner: inner.filter(({ of }) => of !== cadres.former).map((one) => ({ ...one, by: administrator })),
    units,
    waiting,
    channels,
  };
}

/** D9.5 Closes accounts, whatever stands in them. */
const close = ({ db }: World, people: MadePerson[]) =>
  db.kysely
    .updateTable('person')
    .set({ closed_at: new Date() })
    .where(
      'id',
      'in',
      people.map(({ personId }) => personId),
    )
    .execute();
