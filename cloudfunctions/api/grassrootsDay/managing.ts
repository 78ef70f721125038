import { uuidv7 } from 'uuidv7';
import { codeBody, codeHash, randomBody } from '../kernel/codes';
import { heed, refuse } from '../kernel/errors';
import { as, os } from '../kernel/gate';
import { done, once } from '../kernel/requests';
import { readKeys } from '../kernel/secrets';
import { inviteToSite, showInvitation, withdrawFromSite } from '../org/inviting';
import { managedOrg } from '../org/procedures/scope';
import { dayVerdict } from '../org/rules';
import { closingSpan, openVerdict } from './rules';
import { managedSite } from './scope';
import * as store from './store/sites';

const factsOf = ({ orgId, kind, name, address, position }: store.Facts): store.Facts => ({
  orgId,
  kind,
  name,
  address,
  position,
});

export const registerSite = os.grassrootsDay.registerSite
  .use(as.administrator)
  .handler(({ context: { scene }, input }) => {
    const { tx, actor, now, settings } = scene;
    const facts = factsOf(input);
    const id = uuidv7();
    return once(
      scene,
      'grassrootsDay.registerSite',
      input,
      id,
      async () => {
        await managedOrg(scene, actor, facts.orgId);
        if (await store.isTaken(tx, facts, null)) refuse('SITE_NAME_TAKEN', {});
        const hash = codeHash(codeBody(readKeys(settings.APP_CODE_KEY)[0], 'site', id, 1));
        await store.addSite(tx, { ...facts, id, codeHash: hash, by: actor.personId }, now);
        await store.addChanges(tx, [{ siteId: id, act: 'registered', was: null }], actor, now);
      },
      (siteId) => Promise.resolve({ siteId }),
    );
  });

const isSame = (site: store.KeptSite, facts: store.Facts): boolean =>
  site.kind === facts.kind &&
  site.name === facts.name &&
  site.address === facts.address &&
  site.latitude === (facts.position?.latitude ?? null) &&
  site.longitude === (facts.position?.longitude ?? null);

export const editSite = os.grassrootsDay.editSite.use(as.administrator).handler(({ context: { scene }, input }) => {
  const { tx, actor, now, today } = scene;
  const { siteId } = input;
  const facts = factsOf(input);
  return once(
    scene,
    'grassrootsDay.editSite',
    input,
    siteId,
    async () => {
      const site = await managedSite(scene, actor, siteId, { lock: true });
      heed(openVerdict(site.closedFrom, today));
      const moves = site.orgId !== facts.orgId;
      if (moves) await managedOrg(scene, actor, facts.orgId);
      if (await store.isTaken(tx, facts, siteId)) refuse('SITE_NAME_TAKEN', {});
      const changes: store.Change[] = [
        ...(moves ? [{ siteId, act: 'moved' as const, was: site.orgName }] : []),
        ...(isSame(site, facts) ? [] : [{ siteId, act: 'edited' as const, was: site.name }]),
      ];
      if (changes.length === 0) return;
      await store.setFacts(tx, siteId, facts);
      await Promise.all([
        store.addChanges(tx, changes, actor, now),
        // Who invited did so in the name of the organisation whose it was.
        moves && withdrawFromSite(scene, actor, siteId),
      ]);
    },
    (kept) => Promise.resolve({ siteId: kept }),
  );
});

export const closeSite = os.grassrootsDay.closeSite.use(as.administrator).handler(({ context: { scene }, input }) => {
  const { tx, actor, now, today, policy } = scene;
  const { siteId, from } = input;
  return once(
    scene,
    'grassrootsDay.closeSite',
    input,
    true,
    async () => {
      const site = await managedSite(scene, actor, siteId, { lock: true });
      const { from: first, until: last } = closingSpan(today, policy.appointment);
      if (from !== null) heed(dayVerdict(from, first, last));
      if (from === site.closedFrom) return;
      await Promise.all([
        store.setClosed(tx, siteId, from),
        store.addChanges(
          tx,
          [{ siteId, act: from === null ? 'reopened' : 'closed', was: site.closedFrom }],
          actor,
          now,
        ),
        from !== null && withdrawFromSite(scene, actor, siteId),
      ]);
    },
    done,
  );
});

export const inviteContact = os.grassrootsDay.inviteContact
  .use(as.administrator)
  .handler(({ context: { scene }, input }) => {
    const { actor, today } = scene;
    const id = uuidv7();
    const body = randomBody();
    return once(
      scene,
      'grassrootsDay.inviteContact',
      input,
      id,
      async () => {
        const { siteId, orgId, closedFrom } = await managedSite(scene, actor, input.siteId, { lock: true });
        heed(openVerdict(closedFrom, today));
        await inviteToSite(scene, actor, { id, body, orgId, siteId, name: input.name });
      },
      (kept) => showInvitation(scene, actor, kept, kept === id ? body : null),
    );
  });

export const endContact = os.grassrootsDay.endContact.use(as.administrator).handler(({ context: { scene }, input }) => {
  const { tx, actor, now } = scene;
  const { siteId } = input;
  return once(
    scene,
    'grassrootsDay.endContact',
    input,
    true,
    async () => {
      const { contactId } = await managedSite(scene, actor, siteId, { lock: true });
      if (!contactId) return;
      const was = await store.contactName(tx, siteId);
      await Promise.all([
        store.endContact(tx, siteId),
        store.addChanges(tx, [{ siteId, act: 'contactEnded', was, wasId: contactId }], actor, now),
      ]);
    },
    done,
  );
});
