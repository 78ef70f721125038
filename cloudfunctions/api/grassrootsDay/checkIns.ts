import { uuidv7 } from 'uuidv7';
import type { Inputs } from '../../../types/contract';
import type { CheckInState } from '../../../types/words';
import type { Actor } from '../kernel/actor';
import { codeHash } from '../kernel/codes';
import { siteCode } from '../kernel/codesOf';
import { heed, refuse, Refusal } from '../kernel/errors';
import { asScannerOf, os, type Scene } from '../kernel/gate';
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
async function found(scene: Scene, { where }: { where: Where }): Promise<Found> {
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

const asArriving = asScannerOf(found);

export const previewCheckIn = os.grassrootsDay.previewCheckIn
  .use(asArriving)
  .handler(async ({ context: { scene, asked } }) => {
    const { tx, actor } = scene;
    const { site, proof } = proved(scene, await asked);
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

interface Wished {
  made: store.NewCheckIn;
  site: sites.KeptSite;
}

/** The check-in that is wished for; what stands against it is refused, and remembered with the request. */
async function wishedFor(scene: PersonScene, there: Found, located: Located): Promise<Wished | Refusal> {
  try {
    const { site, proof } = proved(scene, there);
    const evidence = await evidenceOf(scene, site, located);
    const { personId: cadreId } = scene.actor;
    return {
      site,
      made: { id: uuidv7(), cadreId, siteId: site.siteId, ...proof, step: stepOf(there.shown), evidence },
    };
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/**
 * C18 One check-in a site and day: what is there is raised or stays. One that is undone at the same time is made anew.
 * Answers with what was added.
 */
async function settle(scene: PersonScene, wished: Wished, added: boolean): Promise<store.OwnRow | null> {
  const { tx, now } = scene;
  const { made, site } = wished;
  if (added) return store.justMade(made, site, now);
  if (!(await store.holdsOn(tx, made.cadreId, made.day))) refuse('NOT_A_CADRE', {});
  const before = await store.lockAt(tx, made);
  if (!before) return settle(scene, wished, await store.addCheckIn(tx, made, now));
  if (raises(before.state as CheckInState, made.state)) await store.confirmByCode(tx, before.id, made);
  return null;
}

export const checkIn = os.grassrootsDay.checkIn
  .use(asArriving)
  .handler(async ({ context: { scene, asked }, input }) => {
    const { tx, actor, now, policy } = scene;
    const there = await asked;
    const wished = await wishedFor(scene, there, input.location);
    return once(
      scene,
      'grassrootsDay.checkIn',
      input,
      { siteId: there.site?.siteId ?? '', day: dayShown(there.shown, now, policy) },
      (added: boolean) => {
        if (wished instanceof Refusal) throw wished;
        return settle(scene, wished, added);
      },
      async ({ siteId, day }, made) => {
        const row = made ?? (await store.ownAt(tx, { cadreId: actor.personId, siteId, day }));
        return ownCheckIn(scene, row ?? refuse('CHECK_IN_NOT_FOUND', {}));
      },
      async () => !(wished instanceof Refusal) && store.addCheckIn(tx, wished.made, now),
    );
  });
