import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { PAGE_CODES } from '../../../types/words';
import { addressKey, declareActor, type Actor } from '../kernel/actor';
import { pageCodeBody, codeHash } from '../kernel/codes';
import { heed, refuse } from '../kernel/errors';
import { as, inTransaction, os, type Scene } from '../kernel/gate';
import { once } from '../kernel/requests';
import { sha256 } from '../kernel/secrets';
import { openSession } from '../kernel/sessions';
import { answerVerdict, finishVerdict } from './rules';
import * as store from './store/signIns';

/** As many as a code has: 128 bits. */
const SECRET_BYTES = 16;
const secretText = (): string => randomBytes(SECRET_BYTES).toString('base64url');

/** Limited by the address, since nobody is known yet. */
const askSignIn = os.account.askSignIn.handler(async ({ context }) => {
  const { settings, limits } = context.house;
  await limits.asked('signInCodes', addressKey(context.address, settings));
  return inTransaction(context, async ({ tx, now, policy, device }) => {
    const [body, secret] = [secretText(), secretText()];
    const { seconds, forgottenAfterMinutes } = policy.signIn;
    const expiresAt = new Date(now.getTime() + seconds * 1000);
    const hashes = { codeHash: codeHash(body), secretHash: sha256(secret) };
    await Promise.all([
      store.forgetSignIns(tx, new Date(now.getTime() - forgottenAfterMinutes * 60_000)),
      store.addSignIn(tx, { id: uuidv7(), ...hashes, device: device.words, askedAt: now, expiresAt }),
    ]);
    return {
      text: `${settings.APP_CODE_HOST}/s/${PAGE_CODES.signIn}${body}`,
      secret,
      now: now.toISOString(),
      until: expiresAt.toISOString(),
    };
  });
});

/** The sign-in behind a code that somebody has read, while it can still be answered. */
async function openSignIn({ tx, now, settings }: Scene, text: string) {
  const body = pageCodeBody(PAGE_CODES.signIn, text, settings.APP_CODE_HOST) ?? refuse('CODE_FOREIGN', {});
  const signIn = (await store.lockSignIn(tx, 'code_hash', codeHash(body))) ?? refuse('CODE_UNKNOWN', {});
  heed(answerVerdict(signIn, now));
  return signIn;
}

const seeSignIn = os.account.seeSignIn.use(as.scanner).handler(async ({ context: { scene }, input }) => {
  const signIn = await openSignIn(scene, input.text);
  await store.noteSeen(scene.tx, signIn.id, scene.actor.personId);
  return { device: signIn.device, askedAt: signIn.askedAt.toISOString() };
});

/** C7 Who has been signed out meanwhile, or whose account has been replaced, lets nobody in any more. */
async function heedStillSignedIn({ tx, now, identity }: Scene): Promise<void> {
  if (identity.kind !== 'person' || (!identity.session && !identity.account)) return;
  if (!(await store.isStillSignedIn(tx, identity.personId, identity, now))) refuse('NOT_SIGNED_IN', {});
}

async function answerSignIn(scene: Scene, { personId }: Actor, text: string, answer: 'approved' | 'refused') {
  const { tx, identity, now } = scene;
  const [signIn] = await Promise.all([openSignIn(scene, text), heedStillSignedIn(scene)]);
  const session = identity.kind === 'person' ? identity.session : null;
  await store.answerSignIn(tx, signIn.id, { answer, personId, session }, now);
}

const done = () => Promise.resolve({ done: true as const });

const approveSignIn = os.account.approveSignIn
  .use(as.scanner)
  .handler(({ context: { scene }, input }) =>
    once(
      scene,
      'account.approveSignIn',
      input,
      true,
      () => answerSignIn(scene, scene.actor, input.text, 'approved'),
      done,
    ),
  );

const refuseSignIn = os.account.refuseSignIn
  .use(as.scanner)
  .handler(({ context: { scene }, input }) =>
    once(
      scene,
      'account.refuseSignIn',
      input,
      true,
      () => answerSignIn(scene, scene.actor, input.text, 'refused'),
      done,
    ),
  );

const finishSignIn = os.account.finishSignIn.use(as.anyone).handler(async ({ context: { scene }, input }) => {
  const { tx, now, today, policy } = scene;
  const signIn = (await store.lockSignIn(tx, 'secret_hash', sha256(input.secret))) ?? refuse('SIGN_IN_EXPIRED', {});
  heed(finishVerdict(signIn, now, policy.signIn));
  if (!signIn.answeredBy) return { state: signIn.seenBy ? 'seen' : 'waiting', token: null, expiresAt: null } as const;
  const [, , { token, expiresAt }] = await Promise.all([
    declareActor(tx, signIn.answeredBy, '', today),
    store.finishSignIn(tx, signIn.id, now),
    openSession(tx, signIn.answeredBy, now, { kind: 'browser', words: signIn.device }, signIn.sessionUntil),
  ]);
  return { state: 'in', token, expiresAt: expiresAt.toISOString() } as const;
});

export const signIns = { askSignIn, seeSignIn, approveSignIn, refuseSignIn, finishSignIn };
