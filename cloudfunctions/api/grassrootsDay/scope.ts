import type { Actor } from '../kernel/actor';
import { refuse } from '../kernel/errors';
import type { Scene } from '../kernel/gate';
import { rootsOf } from '../org/procedures/scope';
import { isWithin } from '../org/rules';
import * as store from './store/sites';

const manages = (actor: Actor, { path }: store.KeptSite): boolean => isWithin(path, rootsOf(actor));

/** D1.5 A site of an organisation that the actor administers, itself or from above. */
export async function managedSite({ tx }: Scene, actor: Actor, siteId: string, options: { lock: boolean }) {
  const site = await store.siteById(tx, siteId, options);
  if (site && manages(actor, site)) return site;
  // What somebody may not change is not there to be locked.
  const isThere = site ?? (options.lock && (await store.siteById(tx, siteId, { lock: false })));
  return isThere ? refuse('OUT_OF_SCOPE', {}) : refuse('SITE_NOT_FOUND', {});
}

/** D4.1 A site whose contact the actor is; for everybody else there is none. */
export async function lookedAfter({ tx }: Scene, actor: Actor, siteId: string): Promise<store.KeptSite> {
  const site = await store.siteById(tx, siteId, { lock: false });
  return site?.contactId === actor.personId ? site : refuse('SITE_NOT_FOUND', {});
}

/** The same for who manages the site too. */
export async function lookedAfterOrManaged({ tx }: Scene, actor: Actor, siteId: string, options: { lock: boolean }) {
  const site = await store.siteById(tx, siteId, options);
  return site && (site.contactId === actor.personId || manages(actor, site)) ? site : refuse('SITE_NOT_FOUND', {});
}

/** What everybody sees of a site. */
export const shownSite = ({ siteId, kind, name, address, orgId, orgName }: store.SiteRow) => ({
  siteId,
  kind,
  name,
  address,
  orgId,
  orgName,
});

export const positionOf = ({ latitude, longitude }: Pick<store.KeptSite, 'latitude' | 'longitude'>) =>
  latitude === null || longitude === null ? null : { latitude, longitude };
