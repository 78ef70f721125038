import * as z from 'zod';
import type { SiteAct } from '../../../types/words';
import { parseCursor, printCursor } from '../kernel/cursor';
import { as, os } from '../kernel/gate';
import { invitedToSite } from '../org/inviting';
import { managedOrg } from '../org/procedures/scope';
import { managedSite, positionOf, shownSite } from './scope';
import * as store from './store/sites';

const rankCursor = z.tuple([z.enum(['0', '1', '2']), z.uuid()]);
const siteCursor = z.tuple([z.uuid()]);

export const findSites = os.grassrootsDay.findSites.use(as.cadre).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, today, policy } = scene;
  const [rank, siteId] = parseCursor(input.cursor, rankCursor) ?? [];
  const after = rank && siteId ? { rank: Number(rank), siteId } : null;
  const path = await store.pathOf(tx, actor.post.orgId);
  const found = await store.openSites(tx, { path, today }, input, after, policy.pageSize + 1);
  const items = found.slice(0, policy.pageSize);
  const last = items.at(-1);
  return {
    items: items.map(shownSite),
    next: found.length > items.length && last ? printCursor(String(last.rank), last.siteId) : null,
  };
});

export const sites = os.grassrootsDay.sites.use(as.administrator).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, today, policy } = scene;
  const { path } = await managedOrg(scene, actor, input.orgId);
  const [after = null] = parseCursor(input.cursor, siteCursor) ?? [];
  const of = { path, today, since: `${today.slice(0, 4)}-01-01`, closed: input.closed };
  const found = await store.sitesBelow(tx, of, input, after, policy.pageSize + 1);
  const items = found.slice(0, policy.pageSize);
  const last = items.at(-1);
  return {
    items: items.map((row) => ({
      ...shownSite(row),
      position: positionOf(row),
      contactName: row.contactName,
      closedOn: row.closedOn,
      visits: row.visits,
    })),
    next: found.length > items.length && last ? printCursor(last.siteId) : null,
  };
});

export const siteMap = os.grassrootsDay.siteMap.use(as.administrator).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, today, policy } = scene;
  const { path } = await managedOrg(scene, actor, input.orgId);
  const of = { path, today, closed: input.closed };
  const [placed, counted] = await Promise.all([
    store.placedBelow(tx, of, input, policy.grassrootsDay.mapSites),
    store.countPlaced(tx, of, input),
  ]);
  return {
    items: placed.map(({ latitude, longitude, ...each }) => ({ ...each, position: { latitude, longitude } })),
    unplaced: counted.unplaced,
    more: counted.placed - placed.length,
  };
});

export const site = os.grassrootsDay.site.use(as.administrator).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, policy } = scene;
  const found = await managedSite(scene, actor, input.siteId, { lock: false });
  const [name, invited, history] = await Promise.all([
    store.contactName(tx, found.siteId),
    invitedToSite(scene, found.siteId),
    store.changesOf(tx, found.siteId, policy.pageSize),
  ]);
  const { contactId, contactSince } = found;
  return {
    ...shownSite(found),
    position: positionOf(found),
    contact:
      contactId && contactSince ? { name: name ?? '', since: contactSince, self: contactId === actor.personId } : null,
    invited,
    closedOn: found.closedFrom,
    history: history.map(({ act, at, by, was }) => ({
      act: act as SiteAct,
      at: at.toISOString(),
      by: by || null,
      was,
    })),
  };
});
