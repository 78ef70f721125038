import { uuidv7 } from 'uuidv7';
import * as z from 'zod';
import { concentrationWith, ownUnitWith } from '../contactLog/rules/breadth';
import { ageOn, countsUntil, holderOn, isMinor, publicName } from '../org/rules';
import type { Actor, Post } from '../kernel/actor';
import { logLook } from '../kernel/audit';
import { dayOf, quarterOf } from '../kernel/calendar';
import { parseCursor, printCursor } from '../kernel/cursor';
import { heed, refuse } from '../kernel/errors';
import { as, os, type Scene } from '../kernel/gate';
import { once } from '../kernel/requests';
import { spreadOf } from '../kernel/spread';
import { holdings } from '../kernel/stock';
import type { Registered } from '../../../types/contact';
import type { Field } from '../../../types/words';
import { quietBefore as dayQuietBefore, quotaFor, standingOf, undoUntil, undoVerdict } from './rules';
import { cardPicture } from './cardPicture';
import { choices, choose } from './choosing';
import { holders } from './holders';
import { code, renewCode } from './ownCode';
import { settle } from './scanned';
import * as store from './store';

/** The database knows no year 0. */
const listCursor = z.tuple([z.iso.datetime({ precision: 6 }).regex(/^(?!0000)/), z.uuid()]);

async function standing({ tx, today, policy }: Scene, cadre: { id: string; post: Post }) {
  const { held, overAge } = await holdings(tx, cadre.id, today);
  return standingOf(held, overAge, quotaFor(cadre.post, policy.contact), policy.contact);
}

const holderOf = ({ today, policy }: Scene, { personId }: Actor) => holderOn(personId, today, policy.age);

const preview = os.contact.preview.use(as.scanner).handler(async ({ context: { scene }, input: { text } }) => {
  const { tx, actor, today, policy } = scene;
  const scanned = await settle(scene, actor, text, { lock: false });
  const { cadre, youth, minor, overAge } = scanned;
  const places = { holders: scanned.holders, cap: policy.contact.holdersPerYouth };
  if (scanned.kind === 'cadre') {
    const { post } = cadre;
    return {
      kind: 'cadre' as const,
      cadre: { publicName: publicName({ ...post, name: cadre.name }), orgName: post.orgShortName, title: post.title },
      ...places,
    };
  }
  const asked = { id: cadre.id, orgId: cadre.post.orgId, units: cadre.post.service === 'partTime' };
  const [now, spread] = await Promise.all([
    standing(scene, cadre),
    spreadOf(tx, asked, today, quarterOf(today)),
    logLook(scene, actor, [youth.id], 'scan'),
  ]);
  const gain = overAge ? 0 : 1;
  const nth = now.counted + gain;
  const { times, own } = spread;
  return {
    kind: 'youth' as const,
    youth: { name: youth.name, field: youth.field, unit: youth.unit, minor, overAge },
    ...places,
    effect: {
      nth,
      quota: now.quota,
      fieldCount: now.byField[youth.field] + gain,
      counts: !overAge,
      ownUnit: own && !overAge ? { ...ownUnitWith(own.units, youth.unit, own.orgNames), of: nth } : null,
      concentration: overAge ? null : concentrationWith(times, now.counted),
    },
  };
});

/** What a scanner sees after a contact was made, read anew under today's rights. */
async function showRegistered(scene: Scene & { actor: Actor }, contactId: string): Promise<Registered> {
  const { tx, actor, today, policy } = scene;
  const undo = (startedAt: Date): string => undoUntil(startedAt, policy.contact).toISOString();
  const [held, now] = await Promise.all([
    store.oneHeld(tx, holderOf(scene, actor), contactId),
    actor.post && standing(scene, { id: actor.personId, post: actor.post }),
  ]);
  if (!held) {
    const holder = (await store.oneHolder(tx, actor.personId, contactId)) ?? refuse('CONTACT_ENDED', {});
    return {
      kind: 'cadre',
      contactId,
      name: holder.name ?? '',
      undoUntil: undo(holder.startedAt),
      holders: holder.holders,
      cap: policy.contact.holdersPerYouth,
    };
  }
  if (!now) return refuse('NOT_A_CADRE', {});
  const field = held.field as Field;
  const counts = today < held.countsUntil;
  return {
    kind: 'youth',
    contactId,
    name: held.name,
    undoUntil: undo(held.startedAt),
    counts,
    field,
    fieldCount: now.byField[field],
    standing: now,
  };
}

const register = os.contact.register.use(as.scanner).handler(({ context: { scene }, input }) => {
  const { tx, actor, now, policy } = scene;
  const id = uuidv7();
  return once(
    scene,
    'contact.register',
    input,
    id,
    async () => {
      const { kind, step, cadre, youth } = await settle(scene, actor, input.text, { lock: true });
      const contact: store.NewContact = {
        id,
        cadreId: cadre.id,
        youthId: youth.id,
        postId: cadre.post.id,
        orgId: cadre.post.orgId,
        field: youth.field,
        startedBy: kind === 'youth' ? 'cadre' : 'youth',
        countsUntil: countsUntil(youth.birthMonth, policy.age),
      };
      const [fresh] = await Promise.all([
        step === null || store.useStep(tx, actor.personId, youth.id, step, now),
        kind === 'youth' && logLook(scene, actor, [youth.id], 'scan'),
        store.addContact(tx, contact, now),
      ]);
      if (!fresh) refuse('CODE_USED', {});
    },
    (contactId) => showRegistered(scene, contactId),
  );
});

const isOfTheTwo = ({ cadreId, youthId }: { cadreId: string; youthId: string }, { personId }: Actor): boolean =>
  personId === cadreId || personId === youthId;

const undo = os.contact.undo.use(as.person).handler(({ context: { scene }, input }) =>
  once(
    scene,
    'contact.undo',
    input,
    input.contactId,
    async () => {
      const contact = await store.lockContact(scene.tx, input.contactId);
      if (!contact || !isOfTheTwo(contact, scene.actor)) return refuse('CONTACT_NOT_FOUND', {});
      heed(undoVerdict(contact, scene.now, scene.policy.contact));
      await store.endContact(scene.tx, contact.id, 'undone', scene.now);
    },
    (contactId) => Promise.resolve({ contactId }),
  ),
);

const leave = os.contact.leave.use(as.youth).handler(({ context: { scene }, input }) =>
  once(
    scene,
    'contact.leave',
    input,
    input.contactId,
    async () => {
      const { tx, actor, now } = scene;
      const contact = await store.lockContact(tx, input.contactId);
      if (contact?.youthId !== actor.personId) return refuse('CONTACT_NOT_FOUND', {});
      if (contact.endedAt && !input.block) refuse('CONTACT_ENDED', {});
      if (!contact.endedAt) await store.endContact(tx, contact.id, 'left', now);
      if (input.block) await store.addBlock(tx, actor.personId, contact.cadreId, now);
    },
    (contactId) => Promise.resolve({ contactId }),
  ),
);

const unblock = os.contact.unblock.use(as.youth).handler(({ context: { scene }, input }) =>
  once(
    scene,
    'contact.unblock',
    input,
    input.cadreId,
    () => store.removeBlock(scene.tx, scene.actor.personId, input.cadreId),
    (cadreId) => Promise.resolve({ cadreId }),
  ),
);

type Held = NonNullable<Awaited<ReturnType<typeof store.oneHeld>>>;

const rowOf = (held: Held, { today, policy }: Scene) => ({
  contactId: held.contactId,
  name: held.name,
  field: held.field as Field,
  unit: held.unit,
  since: dayOf(held.startedAt),
  minor: isMinor(held.birthMonth, today, policy.age),
  counts: today < held.countsUntil,
  lastOn: held.lastOn,
});

const list = os.contact.list.use(as.cadre).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, policy } = scene;
  const [startedAt, contactId] = parseCursor(input.cursor, listCursor) ?? [];
  const after = startedAt && contactId ? { startedAt, contactId } : null;
  const quietBefore = input.quiet ? dayQuietBefore(scene.today, policy.contactLog.quietAfterDays) : null;
  const filter = { search: input.search, field: input.field, quietBefore, after };
  const [found, { held }] = await Promise.all([
    store.listHeld(tx, holderOf(scene, actor), filter, policy.pageSize + 1),
    holdings(tx, actor.personId, scene.today),
  ]);
  const page = found.slice(0, policy.pageSize);
  const last = page.at(-1);
  const minors = page.filter((row) => isMinor(row.birthMonth, scene.today, policy.age));
  await logLook(
    scene,
    actor,
    minors.map((row) => row.youthId),
    'list',
  );
  return {
    items: page.map((row) => rowOf(row, scene)),
    next: found.length > page.length && last ? printCursor(last.cursorAt, last.contactId) : null,
    held,
  };
});

const youth = os.contact.youth.use(as.cadre).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, today, policy } = scene;
  const held = (await store.oneHeld(tx, holderOf(scene, actor), input.contactId)) ?? refuse('CONTACT_NOT_FOUND', {});
  const [holders] = await Promise.all([
    store.countHolders(tx, held.youthId),
    logLook(scene, actor, [held.youthId], 'details'),
  ]);
  return {
    ...rowOf(held, scene),
    age: ageOn(held.birthMonth, today),
    startedBy: held.startedBy as 'cadre' | 'youth',
    holders,
    cap: policy.contact.holdersPerYouth,
  };
});

export const contact = {
  code,
  cardPicture,
  renewCode,
  preview,
  register,
  undo,
  leave,
  unblock,
  list,
  youth,
  holders,
  choices,
  choose,
};
