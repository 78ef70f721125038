import { implement } from '@orpc/server';
import { policy, type Policy } from '../../../config/policy';
import { contract } from '../../../types/contract';
import {
  addressKey,
  callerKey,
  declareActor,
  enter,
  type Actor,
  type Identity,
  type OwnYouth,
  type Post,
} from './actor';
import { dayOf } from './calendar';
import type { Database, Tx } from './db';
import { refuse } from './errors';
import type { Limits } from './limits';
import { NothingStands, rememberRefused, type Refused } from './requests';
import type { Device } from './sessions';
import type { Settings } from './settings';

/** What a door hands over with a call. Nothing here can read or write data: only the gate opens a transaction. */
export interface Call {
  identity: Identity;
  /** Whether this door's callers carry a session token; where the platform vouches for them, they need none. */
  bySession: boolean;
  /** Whom the phone takes itself to be; compared with who acts, and never believed. Null when it does not say. */
  sender: string | null;
  address: string;
  device: Device;
  now: Date;
  house: House;
}

/** What a running function holds between calls. */
export interface House {
  settings: Settings;
  database: Database;
  limits: Limits;
}

/** What a procedure works with, inside one transaction. */
export interface Scene {
  tx: Tx;
  now: Date;
  today: string;
  policy: Policy;
  settings: Settings;
  identity: Identity;
  bySession: boolean;
  device: Device;
  /** Whose requests are remembered. */
  actorKey: string;
  /** All was done before, and nothing of it stands. */
  again: boolean;
}

export const os = implement(contract).$context<Call>();

const ignored = () => undefined;

/**
 * Runs one operation in one transaction, which stands unless something is thrown. What is read `ahead`, whoever acts, asks
 * its first question at once: it travels with the question who acts, and is done after it. Where a write is taken back,
 * its refusal is remembered, or all is done again to tell what stands.
 */
async function afterAsking<T, Asked>(
  call: Call,
  ahead: (scene: Scene) => Promise<Asked>,
  work: (scene: Scene, actor: Actor | null, asked: Promise<Asked>) => Promise<T>,
  again = false,
): Promise<T> {
  const { identity, bySession, device, now, house } = call;
  const { settings, database } = house;
  const today = dayOf(now);
  const actorKey = callerKey(identity, settings);
  const personId = identity.kind === 'person' ? identity.personId : null;
  try {
    return await database.transaction(async (tx) => {
      const scene = { tx, now, today, policy, settings, identity, bySession, device, actorKey, again };
      const entering: Promise<Actor | null> = personId
        ? enter(tx, personId, actorKey, today)
        : declareActor(tx, null, actorKey, today).then(() => null);
      const asked = ahead(scene);
      asked.catch(ignored);
      return work(scene, await entering, asked);
    });
  } catch (error) {
    if (!(error instanceof NothingStands)) throw error;
    if (error.refused && (await standsRemembered(call, error.refused))) throw error.refused.refusal;
    return afterAsking(call, ahead, work, true);
  }
}

/** D8.1, D9.1 Remembers a person's refusal; a newcomer's leaves no trace. False when another outcome of it stands. */
async function standsRemembered({ identity, now, house }: Call, { claim, refusal }: Refused): Promise<boolean> {
  if (identity.kind !== 'person') return true;
  return house.database.transaction(async (tx) => {
    const [, isFirst] = await Promise.all([
      declareActor(tx, identity.personId, claim.actorKey, dayOf(now)),
      rememberRefused({ tx, now }, claim, refusal),
    ]);
    return isFirst;
  });
}

const nothing = () => Promise.resolve();

export const inTransaction = <T>(call: Call, work: (scene: Scene, actor: Actor | null) => Promise<T>): Promise<T> =>
  afterAsking(call, nothing, work);

/** What each kind of caller must be, and what the procedure may then rely on. Who is not named is refused. */
const admissions = {
  anyone: (actor: Actor | null) => ({ actor }),
  known: (actor: Actor | null, identity: Identity) => {
    if (identity.kind === 'nobody') return refuse('NOT_SIGNED_IN', {});
    return { actor };
  },
  person: (actor: Actor | null, identity: Identity) => {
    if (identity.kind === 'nobody') return refuse('NOT_SIGNED_IN', {});
    return { actor: actor ?? refuse('NOT_REGISTERED', {}) };
  },
  youth: (actor: Actor | null, identity: Identity) => {
    const person = admissions.person(actor, identity).actor;
    return { actor: person as Actor & { youth: OwnYouth }, youth: person.youth ?? refuse('NOT_A_YOUTH', {}) };
  },
  cadre: (actor: Actor | null, identity: Identity) => {
    const person = admissions.person(actor, identity).actor;
    return { actor: person as Actor & { post: Post }, post: person.post ?? refuse('NOT_A_CADRE', {}) };
  },
  administrator: (actor: Actor | null, identity: Identity) => {
    const person = admissions.person(actor, identity).actor;
    if (person.administers.length === 0) refuse('OUT_OF_SCOPE', {});
    return { actor: person };
  },
};

/** As `as.cadre`, for what asks somebody else between two transactions: no connection waits for the answer. */
export const asCadre = <T>(call: Call, work: (scene: Scene & ReturnType<typeof admissions.cadre>) => Promise<T>) =>
  inTransaction(call, (scene, actor) => work({ ...scene, ...admissions.cadre(actor, call.identity) }));

const admit = <Admitted extends object>(admission: (actor: Actor | null, identity: Identity) => Admitted) =>
  os.middleware(({ context, next }) =>
    inTransaction(context, async (scene, actor) =>
      next({ context: { scene: { ...scene, ...admission(actor, context.identity) } } }),
    ),
  );

/** Whoever has tried too many codes that are none of ours waits, before another is looked at. */
const triesCodes = os.middleware(({ context: { house, identity }, next }) =>
  house.limits.watched(
    'codes',
    callerKey(identity, house.settings),
    async () => next(),
    identity.kind === 'person' ? identity.counted.codes : null,
  ),
);

/** The same for invitations. Of a newcomer nothing is stored (D9.1): then it is by where the call comes from. */
const triesInvitations = os.middleware(({ context: { house, identity, address }, next }) => {
  const { settings, limits } = house;
  const key = identity.kind === 'person' ? callerKey(identity, settings) : addressKey(address, settings);
  return limits.watched('invitations', key, async () => next());
});

/** As `as.scanner`, for what asks first whose code it is: `asked` brings that, or what is wrong with the code. */
export const asScannerOf = <Input, Asked>(whose: (scene: Scene, input: Input) => Promise<Asked>) =>
  triesCodes.concat(
    os.middleware(({ context, next }, input: Input) =>
      afterAsking(
        context,
        (scene) => whose(scene, input),
        async (scene, actor, asked) =>
          next({ context: { scene: { ...scene, ...admissions.person(actor, context.identity) }, asked } }),
      ),
    ),
  );

/** The one gate: `os.slice.operation.use(as.cadre).handler(…)`. Without it a procedure has no transaction. */
export const as = {
  anyone: admit(admissions.anyone),
  known: admit(admissions.known),
  person: admit(admissions.person),
  scanner: triesCodes.concat(admit(admissions.person)),
  invited: triesInvitations.concat(admit(admissions.known)),
  youth: admit(admissions.youth),
  cadre: admit(admissions.cadre),
  administrator: admit(admissions.administrator),
};
