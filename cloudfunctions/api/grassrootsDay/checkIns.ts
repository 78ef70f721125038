import { uuidv7 } from 'uuidv7';
import type { Inputs } from '../../../types/contract';
import type { Actor } from '../kernel/actor';
import { codeHash } from '../kernel/codes';
import { siteCode } from '../kernel/codesOf';
import { heed, refuse } from '../kernel/errors';
import { as, os, type Scene } from '../kernel/gate';
import { provedStep } from '../kernel/liveStep';
import { once } from '../kernel/requests';
import { dayShown, ownSince, proofOf, raises, type Proof, type Shown } from './rules/checkIn';
import { distanceMetres, openVerdict } from './rules/site';
import { positionOf, shownSite } from './scope';
import { ownCheckIn } from './shown';
import * as store from './store/checkIns';
import * as sites from './store/sites';

type Where = Inputs['grassrootsDay']['checkIn']['where'];
type Located = Inputs['grassrootsDay']['checkIn']['location'];
/** D1.1, D10.4 A cadre is who held a post on the day that is proved, which may be yesterday. */
type PersonScene = Scene & { actor: Actor };

interface Found {
  shown: Shown;
  /** Its code is the actor's own: it proves nothing of the actor. */
  own: boolean;
  site: sites.KeptSite | null;
}

/** What somebody has to show, and the site that it is of; null for a site or a code that there is not. */
async function found(scene: Scene, where: Where): Promise<Found> {
  if ('siteId' in where) {
    return { shown: 'noCode', own: false, site: await sites.siteById(scene.tx, where.siteId, { lock: false }) };
  }
  const code = siteCode(where.text, scene.settings.APP_CODE_HOST);
  const step = provedStep(scene, code);
  const shown = step === null ? 'standing' : { step };
  const site = await sites.siteOfCode(scene.tx, codeHash(code.body), ownSince(shown, scene.policy));
  return { shown, own: site?.own ?? false, site };
}

/** D4.2 Where one is, and what proves it; refuses where one cannot check in. */
function proved(scene: Scene, { shown, own, site: there }: Found): { site: sites.KeptSite; proof: Proof } {
  const site = there ?? refuse(shown === 'noCode' ? 'SITE_NOT_FOUND' : 'CODE_UNKNOWN', {});
  const proof = proofOf(shown, own, scene.now, scene.policy);
  if ('refused' in proof) {
    heed(proof.refused);
    throw new Error('refused, and not refused');
  }
  heed(openVerdict(site.closedFrom, proof.day));
  return { site, proof };
}

/** D9.2, D9.6 The distance, where the location may be looked at and the site has one. */
async function evidenceOf({ tx, actor }: PersonScene, site: sites.KeptSite, located: Located) {
  if (!located) return null;
  if (!(await store.locationAllowed(tx, actor.personId))) refuse('LOCATION_NOT_ALLOWED', {});
  const position = positionOf(site);
  return position && { distance: distanceMetres(located, position), accuracy: Math.round(located.accuracyMetres) };
}

export const previewCheckIn = os.grassrootsDay.previewCheckIn
  .use(as.scanner)
  .handler(async ({ context: { scene }, input: { where } }) => {
    const { tx, actor } = scene;
    const { site, proof } = proved(scene, await found(scene, where));
    const [holds, already, location] = await Promise.all([
      store.holdsOn(tx, actor.personId, proof.day),
      store.ownOn(tx, actor.personId, proof.day),
      store.locationAllowed(tx, actor.personId),
    ]);
    if (!holds) refuse('NOT_A_CADRE', {});
    const { day, state, because } = proof;
    return { site: shownSite(site), day, state, because, already: already && ownCheckIn(scene, already), location };
  });

const stepOf = (shown: Shown): number | null => (typeof shown === 'string' ? null : shown.step);

/** The post of the day that is shown, until this transaction ends. */
const take = ({ tx, now, policy }: Scene, { shown }: Found) => store.postOn(tx, dayShown(shown, now, policy));

type Taken = Awaited<ReturnType<typeof take>>;

/**
 * C18 One check-in a site and day: what is there is raised or stays. One that is undone at the same time is made anew.
 * Answers with what it has made.
 */
async function write(
  scene: PersonScene,
  id: string,
  there: Found,
  located: Located,
  post: Taken,
): Promise<store.OwnRow | null> {
  const { tx, actor, now } = scene;
  const { site, proof } = proved(scene, there);
  const evidence = await evidenceOf(scene, site, located);
  const made = {
    id,
    cadreId: actor.personId,
    ...(post ?? refuse('NOT_A_CADRE', {})),
    siteId: site.siteId,
    ...proof,
    step: stepOf(there.shown),
    evidence,
  };
  if (await store.addCheckIn(tx, made, now)) return store.justMade(made, site, now);
  const before = await store.lockAt(tx, made);
  if (!before) return write(scene, id, there, located, post);
  if (raises(before.state as Proof['state'], proof.state)) await store.confirmByCode(tx, before.id, made);
  return null;
}

export const checkIn = os.grassrootsDay.checkIn.use(as.scanner).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, now, policy } = scene;
  const there = await found(scene, input.where);
  return once(
    scene,
    'grassrootsDay.checkIn',
    input,
    { siteId: there.site?.siteId ?? '', day: dayShown(there.shown, now, policy) },
    (post: Taken) => write(scene, uuidv7(), there, input.location, post),
    async ({ siteId, day }, made) => {
      const row = made ?? (await store.ownAt(tx, { cadreId: actor.personId, siteId, day }));
      return ownCheckIn(scene, row ?? refuse('CHECK_IN_NOT_FOUND', {}));
    },
    () => take(scene, there),
  );
});
