import { uuidv7 } from 'uuidv7';
import { accountKey, declareActor, type Actor } from '../../kernel/actor';
import { refuse } from '../../kernel/errors';
import type { Scene } from '../../kernel/gate';
import { openSession, type WxAccount } from '../../kernel/sessions';
import { addPerson, personOfAccount } from '../store/people';

interface Arrival {
  scene: Scene;
  account: WxAccount | null;
  actor: Actor | null;
  /** Of the actor, or the one that a newcomer is going to have. */
  personId: string;
}

/** The request is kept under the account, which a newcomer has before and after: repeated, it is the same request. */
export async function arrivalOf(entered: Scene & { actor: Actor | null }): Promise<Arrival> {
  const { tx, actor, identity, today, settings } = entered;
  const account = identity.kind === 'nobody' ? null : identity.account;
  const scene = { ...entered, actorKey: account ? accountKey(account, settings) : entered.actorKey };
  await declareActor(tx, actor?.personId ?? null, scene.actorKey, today);
  return { scene, account, actor, personId: actor?.personId ?? uuidv7() };
}

/** D9.1 Makes a person of a newcomer. */
export async function becomePerson({ scene, account, personId }: Arrival, name: string): Promise<void> {
  const became = account && (await addPerson(scene.tx, { personId, account, name }, scene.now));
  if (!became) refuse('ALREADY_REGISTERED', {});
}

/** The session that holds from now on, where the door's callers carry one and this one has none yet. */
export async function sessionFrom({ scene, account }: Arrival, personId: string) {
  const { tx, identity, bySession, actorKey, today, now, device } = scene;
  if (!bySession || (identity.kind === 'person' && identity.session)) return { token: null, expiresAt: null };
  // C7 A request that is repeated may find that the account has been given to another meanwhile.
  if (account && (await personOfAccount(tx, account)) !== personId) refuse('NOT_SIGNED_IN', {});
  await declareActor(tx, personId, actorKey, today);
  const { token, expiresAt } = await openSession(tx, personId, now, device);
  return { token, expiresAt: expiresAt.toISOString() };
}
