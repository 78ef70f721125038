import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { contract } from '../types/contract';
import type { MadeCadre, MadeContact, MadeYouth, MadePerson } from './factory';
import { anApplication, anInvitation, aPost, claimed } from './org/inviting';
import { mintSession } from '../local/chooser/mint';
import { anAsking, asked, candidatesFor, lastAsking } from './account/asking';
import { saying } from './contactLog/logging';
import { NOTICE_2027 } from './grassrootsDay/notices';
import { call, callRaw, FIELD_KEY, identityOf, newcomer, nobody, rid } from './support/house';
import { aWeixin, type Weixin } from './support/weixin';
import { aWorld, liveCadreCode, liveCode, standingCode, type World } from './support/world';
import { NOTICE } from './support/notice';

/**
 * Who may do what, written by hand: for every operation and every kind of person `ok`, or the refusal's name. It is
 * the expectation and knows nothing of the gate. The youth is held by the cadre, who serves in Nanhai.
 */
const KINDS = [
  'nobody',
  'newcomer',
  'youth',
  'otherYouth',
  'cadre',
  'otherCadre',
  'formerCadre',
  'ownAdmin',
  'lowerAdmin',
  'siblingAdmin',
  'parentAdmin',
] as const;
type Kind = (typeof KINDS)[number];

const OUT = 'NOT_SIGNED_IN';
const NEW = 'NOT_REGISTERED';
const NO_CADRE = 'NOT_A_CADRE';
const NO_YOUTH = 'NOT_A_YOUTH';
const MISSING = 'CONTACT_NOT_FOUND';
const SCOPE = 'OUT_OF_SCOPE';
const SELF = 'CONTACT_SELF';
const LOG = 'LOG_NOT_FOUND';
const LEAVE = 'LEAVE_NOT_FOUND';
const NO_DEVICE = 'DEVICE_NOT_FOUND';
const NO_ASKING = 'BINDING_NOT_FOUND';
const NO_WAIT = 'BINDING_NOT_WAITING';
const SOMEBODY = 'BINDING_NOT_NEEDED';
const POST = 'STILL_IN_POST';
const ASK = 'ASK_NOT_FOUND';
const CHANGED = 'TEXT_CHANGED';
const PATTERN = 'PATTERN_NOT_FOUND';
const ok = 'ok';
const TAKEN = 'POST_ALREADY';
const IS_ONE = 'ADMINISTRATOR_ALREADY';
const SITE = 'SITE_NOT_FOUND';
const GONE = 'CHECK_IN_NOT_FOUND';
const NONE_OPEN = 'APPLICATION_ANSWERED';

// prettier-ignore
const TABLE: Record<string, string[]> = {
  //                           nobody  newcomer youth              otherYouth cadre             otherCadre formerCadre ownAdmin  lowerAdmin siblingAdmin parentAdmin
  'org.signIn':               ['SIGN_IN_FAILED', 'SIGN_IN_FAILED', 'SIGN_IN_FAILED', 'SIGN_IN_FAILED', 'SIGN_IN_FAILED', 'SIGN_IN_FAILED', 'SIGN_IN_FAILED', 'SIGN_IN_FAILED', 'SIGN_IN_FAILED', 'SIGN_IN_FAILED', 'SIGN_IN_FAILED'],
  'org.signOut':              [OUT,    ok,      ok,                ok,        ok,               ok,        ok,         ok,       ok,        ok,          ok],
  'org.me':                   [OUT,    ok,      ok,                ok,        ok,               ok,        ok,         ok,       ok,        ok,          ok],
  'org.register':             [OUT,    ok,      'ALREADY_REGISTERED', 'ALREADY_REGISTERED', ok, ok,        ok,         ok,       ok,        ok,          ok],
  'org.setChannels':          [OUT,    NEW,     NO_CADRE,          NO_CADRE,  ok,               ok,        NO_CADRE,   NO_CADRE, NO_CADRE,  NO_CADRE,    NO_CADRE],
  'org.overview':             [OUT,    NEW,     SCOPE,             SCOPE,     SCOPE,            SCOPE,     SCOPE,      ok,       SCOPE,     SCOPE,       ok],
  'org.find':                [OUT, ok, ok, ok, ok, ok, ok, ok, ok, ok, ok],
  'org.addOrg':              [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'org.renameOrg':           [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'org.invite':              [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'org.invitations':         [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'org.renewInvitation':     [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'org.revokeInvitation':    [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'org.invitation post':     [OUT, ok, ok, ok, TAKEN, TAKEN, ok, ok, ok, ok, ok],
  'org.invitation administrator':[OUT, ok, ok, ok, ok, ok, ok, IS_ONE, ok, ok, ok],
  'org.invitation siteContact': [OUT, ok, ok, ok, ok, ok, ok, ok, ok, ok, ok],
  'org.claim post':          [OUT, ok, ok, ok, TAKEN, TAKEN, ok, ok, ok, ok, ok],
  'org.claim administrator': [OUT, ok, ok, ok, ok, ok, ok, IS_ONE, ok, ok, ok],
  'org.claim siteContact':    [OUT, ok, ok, ok, ok, ok, ok, ok, ok, ok, ok],
  'org.apply':               [OUT, ok, ok, ok, TAKEN, TAKEN, ok, ok, ok, ok, ok],
  'org.application':         [OUT, NEW, ok, ok, ok, ok, ok, ok, ok, ok, ok],
  'org.withdrawApplication': [OUT, NEW, NONE_OPEN, NONE_OPEN, NONE_OPEN, NONE_OPEN, NONE_OPEN, NONE_OPEN, NONE_OPEN, NONE_OPEN, NONE_OPEN],
  'org.applications':        [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, ok, ok, ok],
  'org.approveApplication':  [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'org.refuseApplication':   [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'org.cadre':               [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'org.endPost':             [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'org.successors':          [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'org.nameSuccessor':       [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'org.handOvers':           [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, ok, ok, ok],
  'org.approveMinors':       [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'org.endMinors':           [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'org.administrators':      [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'org.makeAdministrator':   [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'org.endAdministrator':    [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'account.askSignIn':        [ok,     ok,      ok,                ok,        ok,               ok,        ok,         ok,       ok,        ok,          ok],
  'account.seeSignIn':        [OUT,    NEW,     ok,                ok,        ok,               ok,        ok,         ok,       ok,        ok,          ok],
  'account.approveSignIn':    [OUT,    NEW,     ok,                ok,        ok,               ok,        ok,         ok,       ok,        ok,          ok],
  'account.refuseSignIn':     [OUT,    NEW,     ok,                ok,        ok,               ok,        ok,         ok,       ok,        ok,          ok],
  'account.finishSignIn':     [ok,     ok,      ok,                ok,        ok,               ok,        ok,         ok,       ok,        ok,          ok],
  'account.devices':          [OUT,    NEW,     ok,                ok,        ok,               ok,        ok,         ok,       ok,        ok,          ok],
  'account.endDevice':        [OUT,    NEW,     ok,                NO_DEVICE, NO_DEVICE,        NO_DEVICE, NO_DEVICE,  NO_DEVICE, NO_DEVICE, NO_DEVICE,  NO_DEVICE],
  'account.endOthers':        [OUT,    NEW,     ok,                ok,        ok,               ok,        ok,         ok,       ok,        ok,          ok],
  'account.allowMessage':     [OUT,    NEW,     ok,                ok,        ok,               ok,        ok,         ok,       ok,        ok,          ok],
  'account.askBinding':       [OUT,    ok,      SOMEBODY,          SOMEBODY,  SOMEBODY,         SOMEBODY,  SOMEBODY,   SOMEBODY, SOMEBODY,  SOMEBODY,    SOMEBODY],
  'account.withdrawBinding':  [OUT,    NO_WAIT, NO_WAIT,           NO_WAIT,   NO_WAIT,          NO_WAIT,   NO_WAIT,    NO_WAIT,  NO_WAIT,   NO_WAIT,     NO_WAIT],
  'account.binding':          [OUT,    ok,      ok,                ok,        ok,               ok,        ok,         ok,       ok,        ok,          ok],
  'account.bindings':         [OUT,    NEW,     SCOPE,             SCOPE,     SCOPE,            SCOPE,     SCOPE,      ok,       ok,        ok,          ok],
  'account.candidates':       [OUT,    NEW,     SCOPE,             SCOPE,     SCOPE,            SCOPE,     SCOPE,      ok,       NO_ASKING, NO_ASKING,   ok],
  'account.approveBinding':   [OUT,    NEW,     SCOPE,             SCOPE,     SCOPE,            SCOPE,     SCOPE,      ok,       NO_ASKING, NO_ASKING,   ok],
  'account.refuseBinding':    [OUT,    NEW,     SCOPE,             SCOPE,     SCOPE,            SCOPE,     SCOPE,      ok,       NO_ASKING, NO_ASKING,   ok],
  'org.channelsOf':           [OUT,    NEW,     SCOPE,             SCOPE,     SCOPE,            SCOPE,     SCOPE,      ok,       SCOPE,     SCOPE,       ok],
  'org.revealChannel':        [OUT,    NEW,     SCOPE,             SCOPE,     SCOPE,            SCOPE,     SCOPE,      ok,       SCOPE,     SCOPE,       ok],
  'contact.code youth':       [OUT,    NEW,     ok,                ok,        NO_YOUTH,         NO_YOUTH,  NO_YOUTH,   NO_YOUTH, NO_YOUTH,  NO_YOUTH,    NO_YOUTH],
  'contact.code cadre':       [OUT,    NEW,     NO_CADRE,          NO_CADRE,  ok,               ok,        NO_CADRE,   NO_CADRE, NO_CADRE,  NO_CADRE,    NO_CADRE],
  'contact.cardPicture':      [OUT,    NEW,     NO_CADRE,          NO_CADRE,  ok,               ok,        NO_CADRE,   NO_CADRE, NO_CADRE,  NO_CADRE,    NO_CADRE],
  'contact.renewCode':        [OUT,    NEW,     NO_CADRE,          NO_CADRE,  ok,               ok,        NO_CADRE,   NO_CADRE, NO_CADRE,  NO_CADRE,    NO_CADRE],
  'contact.preview youth':    [OUT,    NEW,     SELF,     NO_CADRE,  'CONTACT_ALREADY', ok,       NO_CADRE,   NO_CADRE, NO_CADRE,  NO_CADRE,    NO_CADRE],
  'contact.preview cadre':    [OUT,    NEW,     'CONTACT_ALREADY', ok,        SELF,         NO_YOUTH,  NO_YOUTH,   NO_YOUTH, NO_YOUTH,  NO_YOUTH,    NO_YOUTH],
  'contact.register youth':   [OUT,    NEW,     SELF,     NO_CADRE,  'CONTACT_ALREADY', ok,       NO_CADRE,   NO_CADRE, NO_CADRE,  NO_CADRE,    NO_CADRE],
  'contact.register cadre':   [OUT,    NEW,     'CONTACT_ALREADY', ok,        SELF,         NO_YOUTH,  NO_YOUTH,   NO_YOUTH, NO_YOUTH,  NO_YOUTH,    NO_YOUTH],
  'contact.undo':             [OUT,    NEW,     ok,                MISSING,   ok,               MISSING,   MISSING,    MISSING,  MISSING,   MISSING,     MISSING],
  'contact.leave':            [OUT,    NEW,     ok,                MISSING,   NO_YOUTH,         NO_YOUTH,  NO_YOUTH,   NO_YOUTH, NO_YOUTH,  NO_YOUTH,    NO_YOUTH],
  'contact.unblock':          [OUT,    NEW,     ok,                ok,        NO_YOUTH,         NO_YOUTH,  NO_YOUTH,   NO_YOUTH, NO_YOUTH,  NO_YOUTH,    NO_YOUTH],
  'contact.list':             [OUT,    NEW,     NO_CADRE,          NO_CADRE,  ok,               ok,        NO_CADRE,   NO_CADRE, NO_CADRE,  NO_CADRE,    NO_CADRE],
  'contact.youth':            [OUT,    NEW,     NO_CADRE,          NO_CADRE,  ok,               MISSING,   NO_CADRE,   NO_CADRE, NO_CADRE,  NO_CADRE,    NO_CADRE],
  'contact.holders':          [OUT,    NEW,     ok,                ok,        NO_YOUTH,         NO_YOUTH,  NO_YOUTH,   NO_YOUTH, NO_YOUTH,  NO_YOUTH,    NO_YOUTH],
  'contact.choices':         [OUT, NEW, ok, MISSING, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH],
  'contact.choose':          [OUT, NEW, ok, MISSING, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH],
  'contactLog.offer':        [OUT, NEW, NO_CADRE, NO_CADRE, ok, ok, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE],
  'contactLog.write':        [OUT, NEW, NO_CADRE, NO_CADRE, ok, MISSING, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE],
  'contactLog.repeat':       [OUT, NEW, NO_CADRE, NO_CADRE, ok, LOG, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE],
  'contactLog.edit':         [OUT, NEW, NO_CADRE, NO_CADRE, ok, MISSING, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE],
  'contactLog.remove':       [OUT, NEW, NO_CADRE, NO_CADRE, ok, LOG, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE],
  'contactLog.list':         [OUT, NEW, NO_CADRE, NO_CADRE, ok, MISSING, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE],
  'contactLog.one':          [OUT, NEW, NO_CADRE, NO_CADRE, ok, LOG, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE],
  'contactLog.answer':       [OUT, NEW, NO_CADRE, NO_CADRE, ok, LOG, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE],
  'contactLog.aboutMe':      [OUT, NEW, ok, ok, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH],
  'contactLog.confirm':      [OUT, NEW, ok, LOG, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH],
  'contactLog.dispute':      [OUT, NEW, ok, LOG, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH],
  'contactLog.settle':       [OUT, NEW, ok, LOG, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH],
  'contactLog.hideText':     [OUT, NEW, ok, LOG, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH],
  'contactLog.disputes':     [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'contactLog.meet youth':   [OUT, NEW, SELF, NO_CADRE, ok, MISSING, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE],
  'contactLog.meet cadre':   [OUT, NEW, ok, MISSING, SELF, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH],
  'contactLog.quarter':      [OUT, NEW, NO_CADRE, NO_CADRE, ok, ok, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE],
  'contactLog.year':         [OUT, NEW, NO_CADRE, NO_CADRE, ok, ok, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE],
  'contactLog.selfCheck':    [OUT, NEW, NO_CADRE, NO_CADRE, ok, ok, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE],
  'contactLog.todos':        [OUT, NEW, NO_CADRE, NO_CADRE, ok, ok, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE],
  'grassrootsDay.patterns':   [OUT, NEW, NO_CADRE, NO_CADRE, ok, ok, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE],
  'grassrootsDay.explain':    [OUT, NEW, PATTERN, PATTERN, ok, PATTERN, PATTERN, PATTERN, PATTERN, PATTERN, PATTERN],
  'grassrootsDay.patternsOf': [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'grassrootsDay.year':         [OUT, NEW, NO_CADRE, NO_CADRE, ok, ok, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE],
  'grassrootsDay.askLeave':     [OUT, NEW, NO_CADRE, NO_CADRE, ok, ok, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE],
  'grassrootsDay.cancelLeave':  [OUT, NEW, LEAVE, LEAVE, ok, LEAVE, LEAVE, LEAVE, LEAVE, LEAVE, LEAVE],
  'grassrootsDay.leaves':       [OUT, NEW, NO_CADRE, NO_CADRE, ok, ok, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE],
  'grassrootsDay.askedLeaves':  [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'grassrootsDay.answerLeave':  [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, LEAVE, LEAVE, ok],
  'grassrootsDay.grid':         [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'grassrootsDay.weeksOf':      [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'grassrootsDay.calendar':     [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, ok, ok, ok],
  'grassrootsDay.loadCalendar': [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE],
  'grassrootsDay.findSites':         [OUT, NEW, NO_CADRE, NO_CADRE, ok, ok, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE],
  'grassrootsDay.sites':             [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'grassrootsDay.siteMap':           [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'grassrootsDay.site':              [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'grassrootsDay.registerSite':      [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'grassrootsDay.importSites':       [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'grassrootsDay.editSite':          [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'grassrootsDay.closeSite':         [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'grassrootsDay.inviteContact':     [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'grassrootsDay.endContact':        [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'grassrootsDay.ownSites':          [OUT, NEW, ok, ok, ok, ok, ok, ok, ok, ok, ok],
  'grassrootsDay.siteCode':          [OUT, NEW, SITE, ok, SITE, SITE, SITE, SITE, SITE, SITE, SITE],
  'grassrootsDay.standingCode':      [OUT, NEW, SITE, ok, SITE, SITE, SITE, ok, SITE, SITE, ok],
  'grassrootsDay.renewSiteCode':     [OUT, NEW, SITE, ok, SITE, SITE, SITE, ok, SITE, SITE, ok],
  'grassrootsDay.previewCheckIn':    [OUT, NEW, NO_CADRE, NO_CADRE, ok, ok, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE],
  'grassrootsDay.checkIn code':      [OUT, NEW, NO_CADRE, NO_CADRE, ok, ok, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE],
  'grassrootsDay.checkIn site':      [OUT, NEW, NO_CADRE, NO_CADRE, ok, ok, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE],
  'grassrootsDay.undoCheckIn':       [OUT, NEW, GONE, GONE, ok, GONE, GONE, GONE, GONE, GONE, GONE],
  'grassrootsDay.checkOut':          [OUT, NEW, GONE, GONE, ok, GONE, GONE, GONE, GONE, GONE, GONE],
  'grassrootsDay.noteDay':           [OUT, NEW, GONE, GONE, ok, GONE, GONE, GONE, GONE, GONE, GONE],
  'grassrootsDay.askToConfirm':      [OUT, NEW, GONE, GONE, ok, GONE, GONE, GONE, GONE, GONE, GONE],
  'grassrootsDay.days':              [OUT, NEW, NO_CADRE, NO_CADRE, ok, ok, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE],
  'grassrootsDay.visitors':          [OUT, NEW, SITE, ok, SITE, SITE, SITE, SITE, SITE, SITE, SITE],
  'grassrootsDay.waitingDays site':  [OUT, NEW, SITE, ok, SITE, SITE, SITE, SITE, SITE, SITE, SITE],
  'grassrootsDay.waitingDays org':   [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, SCOPE, SCOPE, ok],
  'grassrootsDay.answerDays':        [OUT, NEW, GONE, ok, 'CHECK_IN_OWN', GONE, GONE, ok, GONE, GONE, ok],
  'grassrootsDay.allowLocation':     [OUT, NEW, NO_CADRE, NO_CADRE, ok, ok, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE, NO_CADRE],
  'privacy.notice':           [ok,     ok,      ok,                ok,        ok,               ok,        ok,         ok,       ok,        ok,          ok],
  'privacy.agree':            [OUT,    NEW,     ok,                ok,        NO_YOUTH,         NO_YOUTH,  NO_YOUTH,   NO_YOUTH, NO_YOUTH,  NO_YOUTH,    NO_YOUTH],
  'privacy.record':           [OUT,    NEW,     ok,                ok,        NO_YOUTH,         NO_YOUTH,  NO_YOUTH,   NO_YOUTH, NO_YOUTH,  NO_YOUTH,    NO_YOUTH],
  'privacy.looks':            [OUT,    NEW,     ok,                ok,        ok,               ok,        ok,         ok,       ok,        ok,          ok],
  'privacy.correct':         [OUT, NEW, ok, ok, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH],
  'privacy.askName':         [OUT, NEW, ok, ok, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH],
  'privacy.askBirthMonth':   [OUT, NEW, ok, ok, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH],
  'privacy.withdraw':        [OUT, NEW, ok, ok, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH],
  'privacy.copy':            [OUT, NEW, ok, ok, ok, ok, ok, ok, ok, ok, ok],
  'privacy.close':           [OUT, NEW, ok, ok, POST, POST, ok, POST, POST, POST, POST],
  'privacy.reportConcern':   [OUT, NEW, ok, MISSING, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH],
  'privacy.requests':        [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, ok, ok, ok],
  'privacy.correction':      [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, ASK, ASK, ASK],
  'privacy.answerCorrection': [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, ASK, ASK, ASK],
  'privacy.concern':         [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ASK, ASK, ASK, ok],
  'privacy.answerConcern':   [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ASK, ASK, ASK, ok],
  'privacy.texts':           [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, ok, ok, ok],
  'privacy.answerText':      [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, CHANGED, CHANGED, CHANGED],
};

interface Cast {
  people: Record<Exclude<Kind, 'nobody' | 'newcomer'>, MadePerson>;
  youth: MadeYouth;
  cadre: MadeCadre;
  contact: MadeContact;
}

let world: World;
let newcomers = 0;

let weixin: Weixin;
beforeAll(async () => {
  world = await aWorld();
  weixin = await aWeixin(world.house.settings.APP_WX_SECRET);
  Object.assign(world.house.settings, weixin.settings);
});
afterAll(async () => {
  await world.end();
  await weixin.end();
});

/** A cast of its own for each cell. */
async function aCast(): Promise<Cast> {
  const { factory, orgs } = world;
  const youth = factory.aYouth();
  const cadre = factory.aCadre({ org: orgs.nanhai });
  const contact = factory.aContact({ youth, cadre, startedAt: new Date() });
  factory.aChannel(cadre, { kind: 'wechat', circle: 'organisation', value: 'cadre-nanhai' }, FIELD_KEY);
  const people = {
    youth,
    otherYouth: factory.aYouth(),
    cadre,
    otherCadre: factory.aCadre({ org: orgs.chancheng }),
    formerCadre: factory.aCadre({ org: orgs.nanhai, from: '2024-01-01', until: '2026-01-01' }),
    ownAdmin: factory.anAdministrator({ org: orgs.nanhai }),
    lowerAdmin: factory.anAdministrator({ org: orgs.shishan }),
    siblingAdmin: factory.anAdministrator({ org: orgs.chancheng }),
    parentAdmin: factory.anAdministrator({ org: orgs.foshan }),
  };
  await factory.save();
  return { people, youth, cadre, contact };
}

const aSignIn = () => call(world.house, nobody, 'account.askSignIn', {});

async function aDeviceOf({ personId }: MadePerson): Promise<string> {
  await mintSession(world.ownerUrl, personId);
  const { items } = await call(world.house, identityOf({ personId }), 'account.devices', {});
  return items[0]?.deviceId ?? '';
}

/** A new WeChat account asks Nanhai for the person of the cadre. */
async function anAskingFor({ cadre, people }: Cast) {
  await anAsking(world, cadre.name, world.orgs.nanhai);
  const bindingId = await lastAsking(world, cadre.name);
  const [first] = await candidatesFor(world, people.parentAdmin, bindingId);
  return { bindingId, candidate: first?.candidate ?? '' };
}

/** What the cadre is asked about a day. */
async function patternOf({ cadre }: Cast): Promise<string> {
  const patternId = randomUUID();
  await world.db.kysely
    .insertInto('pattern')
    .values({
      id: patternId,
      kind: 'sameStep',
      cadre_id: cadre.personId,
      org_id: cadre.org.id,
      day: world.factory.today,
      figure: 8,
      check_in_ids: [],
      found_at: new Date(),
      until_day: world.factory.today,
    })
    .onConflict((conflict) => conflict.columns(['cadre_id', 'day', 'kind']).doUpdateSet({ id: patternId }))
    .execute();
  return patternId;
}

/** Valid input of each operation, about the youth, the cadre and their contact. */
const INPUTS: Record<string, (cast: Cast) => Promise<object> | object> = {
  'org.signIn': () => ({ code: 'a-code-that-weixin-does-not-know' }),
  'org.signOut': () => ({}),
  'org.me': () => ({}),
  'org.register': () => ({
    noticeVersion: NOTICE,
    name: '岑乐怡',
    birthYear: 2003,
    birthMonth: 5,
    field: 'newMedia',
    unit: null,
    requestId: rid(),
  }),
  'org.setChannels': () => ({ channels: [{ kind: 'wechat', value: 'abc', circle: 'contacts' }], requestId: rid() }),
  'org.overview': () => ({ orgId: world.orgs.nanhai.id }),
  'org.find': () => ({ search: 'nanhai', mine: false }),
  'org.addOrg': () => ({
    orgId: world.orgs.nanhai.id,
    ...namesOfOrg(),
    level: 'township',
    forProvince: false,
    requestId: rid(),
  }),
  'org.renameOrg': async () => ({ orgId: (await orgBelow()).id, ...namesOfOrg(), requestId: rid() }),
  'org.invite': () => ({ orgId: world.orgs.nanhai.id, name: '岑乐怡', post: aPost(), requestId: rid() }),
  'org.invitations': () => ({ orgId: world.orgs.nanhai.id }),
  'org.renewInvitation': async (cast) => ({
    invitationId: (await invitationOf(cast)).invitationId,
    requestId: rid(),
  }),
  'org.revokeInvitation': async (cast) => ({
    invitationId: (await invitationOf(cast)).invitationId,
    requestId: rid(),
  }),
  'org.invitation post': async (cast) => ({ text: (await invitationOf(cast)).link }),
  'org.invitation administrator': async (cast) => ({ text: (await invitationOf(cast, null)).link }),
  'org.invitation siteContact': async (cast) => ({ text: (await siteInvitationOf(cast)).link }),
  'org.claim post': async (cast) => claimed((await invitationOf(cast)).link),
  'org.claim administrator': async (cast) => claimed((await invitationOf(cast, null)).link),
  'org.claim siteContact': async (cast) => claimed((await siteInvitationOf(cast)).link),
  'org.apply': () => anApplication(world.orgs.nanhai),
  'org.application': () => ({}),
  'org.withdrawApplication': () => ({ requestId: rid() }),
  'org.applications': () => ({}),
  'org.approveApplication': async () => ({ applicationId: await applicationOf(), post: aPost(), requestId: rid() }),
  'org.refuseApplication': async () => ({ applicationId: await applicationOf(), reason: '查无此人', requestId: rid() }),
  'org.cadre': ({ cadre }) => ({ postId: cadre.postId }),
  'org.endPost': ({ cadre }) => ({ postId: cadre.postId, until: world.factory.today, requestId: rid() }),
  'org.successors': ({ cadre }) => ({ postId: cadre.postId }),
  'org.nameSuccessor': async (cast) => ({
    postId: cast.cadre.postId,
    successorPostId: (await leftTo(cast)).postId,
    requestId: rid(),
  }),
  'org.handOvers': () => ({}),
  'org.approveMinors': ({ cadre }) => ({
    postId: cadre.postId,
    from: world.factory.today,
    until: null,
    requestId: rid(),
  }),
  'org.endMinors': async ({ cadre, people }) => {
    const about = { postId: cadre.postId, from: world.factory.today, until: null, requestId: rid() };
    await call(world.house, people.parentAdmin, 'org.approveMinors', about);
    return { postId: cadre.postId, requestId: rid() };
  },
  'org.administrators': () => ({ orgId: world.orgs.nanhai.id }),
  'org.makeAdministrator': ({ cadre }) => ({
    postId: cadre.postId,
    orgId: world.orgs.nanhai.id,
    requestId: rid(),
  }),
  'org.endAdministrator': async () => ({ administratorId: await rightOf(), requestId: rid() }),
  'account.askSignIn': () => ({}),
  'account.seeSignIn': async () => ({ text: (await aSignIn()).text }),
  'account.approveSignIn': async () => ({ text: (await aSignIn()).text, requestId: rid() }),
  'account.refuseSignIn': async () => ({ text: (await aSignIn()).text, requestId: rid() }),
  'account.finishSignIn': async () => ({ secret: (await aSignIn()).secret }),
  'account.devices': () => ({}),
  'account.endDevice': async ({ youth }) => ({ deviceId: await aDeviceOf(youth), requestId: rid() }),
  'account.endOthers': () => ({ requestId: rid() }),
  'account.allowMessage': () => ({ kind: 'answer', requestId: rid() }),
  'account.askBinding': () => asked('岑乐怡', world.orgs.nanhai.id),
  'account.withdrawBinding': () => ({ requestId: rid() }),
  'account.binding': () => ({}),
  'account.bindings': () => ({}),
  'account.candidates': async (cast) => ({ bindingId: (await anAskingFor(cast)).bindingId }),
  'account.approveBinding': async (cast) => ({ ...(await anAskingFor(cast)), requestId: rid() }),
  'account.refuseBinding': async (cast) => ({
    bindingId: (await anAskingFor(cast)).bindingId,
    reason: '请到团委来',
    requestId: rid(),
  }),
  'org.channelsOf': ({ cadre }) => ({ postId: cadre.postId }),
  'org.revealChannel': ({ cadre }) => ({ postId: cadre.postId, kind: 'wechat', reason: '青年找不到本人' }),
  'contact.code youth': () => ({ kind: 'youth' }),
  'contact.code cadre': () => ({ kind: 'cadre' }),
  'contact.cardPicture': () => ({}),
  'contact.renewCode': () => ({ requestId: rid() }),
  'contact.preview youth': async ({ youth }) => ({ text: await liveCode(world.house, youth) }),
  'contact.preview cadre': async ({ cadre }) => ({ text: await standingCode(world.house, cadre) }),
  'contact.register youth': async ({ youth }) => ({ text: await liveCode(world.house, youth), requestId: rid() }),
  'contact.register cadre': async ({ cadre }) => ({ text: await standingCode(world.house, cadre), requestId: rid() }),
  'contact.undo': ({ contact }) => ({ contactId: contact.contactId, requestId: rid() }),
  'contact.leave': ({ contact }) => ({ contactId: contact.contactId, block: true, requestId: rid() }),
  'contact.unblock': ({ cadre }) => ({ cadreId: cadre.personId, requestId: rid() }),
  'contact.list': () => ({}),
  'contact.youth': ({ contact }) => ({ contactId: contact.contactId }),
  'contact.holders': () => ({}),
  'contact.choices': async (cast) => {
    await leftTo(cast);
    return { contactId: cast.contact.contactId };
  },
  'contact.choose': async (cast) => ({
    contactId: cast.contact.contactId,
    cadreId: (await leftTo(cast)).personId,
    requestId: rid(),
  }),
  'contactLog.offer': () => ({}),
  'contactLog.write': ({ contact }) => ({ ...saying([contact]), requestId: rid() }),
  'contactLog.repeat': async (cast) => ({ logId: await logOf(cast), text: '', requestId: rid() }),
  'contactLog.edit': async (cast) => ({ logId: await logOf(cast), ...saying([cast.contact]), requestId: rid() }),
  'contactLog.remove': async (cast) => ({ logId: await logOf(cast), requestId: rid() }),
  'contactLog.list': ({ contact }) => ({ contactId: contact.contactId }),
  'contactLog.one': async (cast) => ({ logId: await logOf(cast) }),
  'contactLog.answer': async (cast) => ({
    logId: await disputedLogOf(cast),
    contactId: cast.contact.contactId,
    text: '是你',
    requestId: rid(),
  }),
  'contactLog.aboutMe': () => ({}),
  'contactLog.confirm': async (cast) => ({ logId: await logOf(cast), requestId: rid() }),
  'contactLog.dispute': async (cast) => ({ logId: await logOf(cast), requestId: rid() }),
  'contactLog.settle': async (cast) => ({ logId: await disputedLogOf(cast), wasMe: true, requestId: rid() }),
  'contactLog.hideText': async (cast) => ({ logId: await logOf(cast), requestId: rid() }),
  'contactLog.disputes': () => ({ orgId: world.orgs.nanhai.id }),
  'contactLog.meet youth': async ({ youth }) => ({ text: await liveCode(world.house, youth), requestId: rid() }),
  'contactLog.meet cadre': async ({ cadre }) => ({ text: await liveCadreCode(world.house, cadre), requestId: rid() }),
  'contactLog.quarter': () => ({}),
  'contactLog.year': () => ({}),
  'contactLog.selfCheck': () => ({}),
  'contactLog.todos': () => ({}),
  'grassrootsDay.patterns': () => ({}),
  'grassrootsDay.explain': async (cast) => ({
    patternId: await patternOf(cast),
    explanation: 'together',
    requestId: rid(),
  }),
  'grassrootsDay.patternsOf': () => ({ orgId: world.orgs.nanhai.id }),
  'grassrootsDay.year': () => ({}),
  'grassrootsDay.askLeave': () => ({ from: world.factory.today, until: world.factory.today, requestId: rid() }),
  'grassrootsDay.cancelLeave': async (cast) => ({ leaveId: await leaveOf(cast), requestId: rid() }),
  'grassrootsDay.leaves': () => ({}),
  'grassrootsDay.askedLeaves': () => ({ orgId: world.orgs.nanhai.id }),
  'grassrootsDay.answerLeave': async (cast) => ({
    leaveId: await leaveOf(cast),
    approved: true,
    reason: null,
    requestId: rid(),
  }),
  'grassrootsDay.grid': () => ({ orgId: world.orgs.nanhai.id, of: 'own' }),
  'grassrootsDay.weeksOf': ({ cadre }) => ({ postId: cadre.postId }),
  'grassrootsDay.calendar': () => ({}),
  'grassrootsDay.loadCalendar': () => ({ year: 2027, notice: NOTICE_2027, dryRun: false, requestId: rid() }),
  'grassrootsDay.findSites': () => ({}),
  'grassrootsDay.sites': () => ({ orgId: world.orgs.nanhai.id, closed: false }),
  'grassrootsDay.siteMap': () => ({ orgId: world.orgs.nanhai.id, closed: false }),
  'grassrootsDay.site': async (cast) => ({ siteId: await siteOf(cast) }),
  'grassrootsDay.registerSite': () => ({ ...factsOfSite(), requestId: rid() }),
  'grassrootsDay.importSites': () => ({
    orgId: world.orgs.nanhai.id,
    rows: [{ kind: '园区', name: '表格里的园区', address: '表格里的地址', latitude: null, longitude: null }],
    dryRun: false,
    requestId: rid(),
  }),
  'grassrootsDay.editSite': async (cast) => ({ siteId: await siteOf(cast), ...factsOfSite(), requestId: rid() }),
  'grassrootsDay.closeSite': async (cast) => ({
    siteId: await siteOf(cast),
    from: world.factory.today,
    requestId: rid(),
  }),
  'grassrootsDay.inviteContact': async (cast) => ({ siteId: await siteOf(cast), name: '岑乐怡', requestId: rid() }),
  'grassrootsDay.endContact': async (cast) => ({ siteId: await siteOf(cast), requestId: rid() }),
  'grassrootsDay.ownSites': () => ({}),
  'grassrootsDay.siteCode': async (cast) => ({ siteId: await siteOf(cast) }),
  'grassrootsDay.standingCode': async (cast) => ({ siteId: await siteOf(cast) }),
  'grassrootsDay.renewSiteCode': async (cast) => ({ siteId: await siteOf(cast), requestId: rid() }),
  'grassrootsDay.previewCheckIn': async (cast) => ({ where: { text: await siteCodeOf(cast) } }),
  'grassrootsDay.checkIn code': async (cast) => ({
    where: { text: await siteCodeOf(cast) },
    location: null,
    requestId: rid(),
  }),
  'grassrootsDay.checkIn site': async (cast) => ({
    where: { siteId: await siteOf(cast) },
    location: null,
    requestId: rid(),
  }),
  'grassrootsDay.undoCheckIn': async (cast) => ({ checkInId: await waitingOf(cast), requestId: rid() }),
  'grassrootsDay.checkOut': async (cast) => ({ checkInId: await waitingOf(cast), requestId: rid() }),
  'grassrootsDay.noteDay': async (cast) => ({ checkInId: await waitingOf(cast), line: '聊了聊', requestId: rid() }),
  'grassrootsDay.askToConfirm': async (cast) => ({ checkInId: await waitingOf(cast), requestId: rid() }),
  'grassrootsDay.days': () => ({}),
  'grassrootsDay.visitors': async (cast) => ({ siteId: await siteOf(cast) }),
  'grassrootsDay.waitingDays site': async (cast) => ({ of: { siteId: await siteOf(cast) } }),
  'grassrootsDay.waitingDays org': () => ({ of: { orgId: world.orgs.nanhai.id } }),
  'grassrootsDay.answerDays': async (cast) => ({
    checkInIds: [await waitingOf(cast)],
    confirmed: true,
    reason: null,
    requestId: rid(),
  }),
  'grassrootsDay.allowLocation': () => ({ allowed: true, requestId: rid() }),
  'privacy.notice': () => ({}),
  'privacy.agree': () => ({ version: NOTICE, requestId: rid() }),
  'privacy.record': () => ({}),
  'privacy.looks': () => ({}),
  'privacy.correct': () => ({ field: 'rural', unit: null, requestId: rid() }),
  'privacy.askName': () => ({ name: '林晓桐', requestId: rid() }),
  'privacy.askBirthMonth': () => ({ birthYear: 2000, birthMonth: 1, requestId: rid() }),
  'privacy.withdraw': () => ({ requestId: rid() }),
  'privacy.copy': () => ({}),
  'privacy.close': () => ({ requestId: rid() }),
  'privacy.reportConcern': ({ contact }) => aConcern(contact),
  'privacy.requests': () => ({}),
  'privacy.correction': async ({ youth }) => ({ correctionId: await asksForAName(youth) }),
  'privacy.answerCorrection': async ({ youth }) => ({
    correctionId: await asksForAName(youth),
    refusal: null,
    requestId: rid(),
  }),
  'privacy.concern': async ({ youth, contact }) => ({ concernId: await reports(youth, contact) }),
  'privacy.answerConcern': async ({ youth, contact }) => ({
    concernId: await reports(youth, contact),
    answer: '谈过了',
    requestId: rid(),
  }),
  'privacy.texts': () => ({}),
  'privacy.answerText': async ({ youth }) => ({ textId: await writesAUnit(youth), show: true, requestId: rid() }),
};

/** What the cadre has asked for, which an administrator may answer. */
async function leaveOf({ cadre }: Cast): Promise<string> {
  const { today } = world.factory;
  return (await call(world.house, cadre, 'grassrootsDay.askLeave', { from: today, until: today, requestId: rid() }))
    .leaveId;
}

/** The cadre has left the post today, and a colleague is there still. */
async function leftTo({ cadre }: Cast): Promise<MadeCadre> {
  const { db, factory, orgs } = world;
  await db.kysely.updateTable('post').set({ until_day: factory.today }).where('id', '=', cadre.postId).execute();
  const colleague = factory.aCadre({ org: orgs.nanhai });
  await factory.save();
  return colleague;
}

let sites = 0;
const factsOfSite = () => ({
  orgId: world.orgs.nanhai.id,
  kind: 'park',
  name: `第${++sites}创业园`,
  address: '创业路 1 号',
  position: null,
});

/** A site in Nanhai that the other youth looks after. */
async function siteOf({ people }: Cast): Promise<string> {
  const { siteId } = world.factory.aSite({ org: world.orgs.nanhai, contact: people.otherYouth });
  await world.factory.save();
  return siteId;
}

async function siteCodeOf(cast: Cast): Promise<string> {
  const siteId = await siteOf(cast);
  const { codes } = await call(world.house, cast.people.otherYouth, 'grassrootsDay.siteCode', { siteId });
  return codes[0]?.text ?? '';
}

/** A day of the cadre's there that waits. */
async function waitingOf(cast: Cast): Promise<string> {
  const where = { siteId: await siteOf(cast) };
  const made = await call(world.house, cast.cadre, 'grassrootsDay.checkIn', {
    where,
    location: null,
    requestId: rid(),
  });
  return made.checkInId;
}

async function siteInvitationOf(cast: Cast) {
  const invited = { siteId: await siteOf(cast), name: '岑乐怡', requestId: rid() };
  return call(world.house, cast.people.parentAdmin, 'grassrootsDay.inviteContact', invited);
}

/** What the cadre has written about the contact, and what the youth has disputed of it. */
const logOf = async ({ cadre, contact }: Cast): Promise<string> =>
  (await call(world.house, cadre, 'contactLog.write', { ...saying([contact]), requestId: rid() })).logId;

async function disputedLogOf(cast: Cast): Promise<string> {
  const logId = await logOf(cast);
  await call(world.house, cast.youth, 'contactLog.dispute', { logId, requestId: rid() });
  return logId;
}

const aConcern = ({ contactId }: MadeContact) => ({ contactId, text: '不回消息', block: false, requestId: rid() });

const asksForAName = async (youth: MadeYouth): Promise<string> =>
  (await call(world.house, youth, 'privacy.askName', { name: '林晓桐', requestId: rid() })).id;

/** In a browser, where WeChat cannot be asked about it. */
async function writesAUnit(youth: MadeYouth): Promise<string> {
  await call(world.house, youth, 'privacy.correct', { field: youth.field, unit: '南海一中', requestId: rid() });
  const { id } = await world.db.kysely
    .selectFrom('unit_check')
    .select('id')
    .where('youth_id', '=', youth.personId)
    .executeTakeFirstOrThrow();
  return id;
}

const reports = async (youth: MadeYouth, contact: MadeContact): Promise<string> =>
  (await call(world.house, youth, 'privacy.reportConcern', aConcern(contact))).id;

/** What an administrator above Nanhai has made there for the input to be about. */
const invitationOf = ({ people }: Cast, post: ReturnType<typeof aPost> | null = aPost()) =>
  anInvitation(world, people.parentAdmin, world.orgs.nanhai, { post });

async function applicationOf(): Promise<string> {
  const youth = world.factory.aYouth();
  await world.factory.save();
  await call(world.house, youth, 'org.apply', anApplication(world.orgs.nanhai, { newcomer: null }));
  const { id } = await world.db.kysely
    .selectFrom('application')
    .select('id')
    .where('person_id', '=', youth.personId)
    .executeTakeFirstOrThrow();
  return id;
}

async function rightOf(): Promise<string> {
  const { personId } = world.factory.anAdministrator({ org: world.orgs.nanhai });
  await world.factory.save();
  const { id } = await world.db.kysely
    .selectFrom('administrator')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return id;
}

let orgs = 0;
const namesOfOrg = () => ({ name: `共青团第${++orgs}镇委员会`, shortName: `第${orgs}镇团委`, place: '' });
const orgBelow = () =>
  world.factory.anOrg({ parent: world.orgs.nanhai, level: 'township', name: `旧名${++orgs}镇团委` });

const operationOf = (row: string): string => row.split(' ')[0] ?? '';

function identityFor(kind: Kind, { people }: Cast) {
  if (kind === 'nobody') return nobody;
  if (kind === 'newcomer') return newcomer(`oNEWCOMER${++newcomers}`);
  return identityOf(people[kind]);
}

/** Rows of every table but those that remember requests and limits, which a refused call may write. */
async function rowCounts(): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and relname not in ('request', 'rate_limit') order by relname`.execute(world.db.kysely);
  const counts = tables.rows.map(async ({ name }) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(name)}`.execute(
      world.db.kysely,
    );
    return [name, rows[0]?.n ?? 0] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

it('D1.5 names every operation of the contract', () => {
  const operations = Object.entries(contract).flatMap(([slice, verbs]) =>
    Object.keys(verbs).map((verb) => `${slice}.${verb}`),
  );
  expect(new Set(Object.keys(TABLE).map(operationOf))).toEqual(new Set(operations));
  expect(Object.keys(INPUTS)).toEqual(Object.keys(TABLE));
});

describe.each(Object.entries(TABLE))('D1.5 %s', (row, expected) => {
  it.each(KINDS.map((kind, i) => [kind, expected[i] ?? 'not written'] as const))('%s: %s', async (kind, outcome) => {
    const cast = await aCast();
    const input = await INPUTS[row]?.(cast);
    const before = await rowCounts();
    const result = await callRaw(world.house, identityFor(kind, cast), operationOf(row), input);
    expect(result.ok ? ok : result.error.code).toBe(outcome);
    if (!result.ok) {
      expect(result.error.defined).toBe(true);
      expect(await rowCounts()).toEqual(before);
    }
  });
});

it('D1.5 the city sees the sums of its counties, a county not those beside it', async () => {
  const { people } = await aCast();
  const overview = await call(world.house, people.parentAdmin, 'org.overview', {});
  expect(overview.below.map(({ name }) => name)).toEqual(['南海区团委', '禅城区团委']);
  await expect(
    call(world.house, people.ownAdmin, 'org.overview', { orgId: world.orgs.foshan.id }),
  ).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
  await expect(call(world.house, people.parentAdmin, 'org.overview', { orgId: 999_999 })).rejects.toMatchObject({
    code: 'OUT_OF_SCOPE',
  });
});
