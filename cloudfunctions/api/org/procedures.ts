import { uuidv7 } from 'uuidv7';
import * as z from 'zod';
import { notices } from '../../../config/notice';
import type { Me } from '../../../types/org';
import { line } from '../../../types/shared';
import { accountKey, addressKey, declareActor, type Actor, type Post } from '../kernel/actor';
import { parseCursor, printCursor } from '../kernel/cursor';
import { refuse } from '../kernel/errors';
import { as, inTransaction, os, type Scene } from '../kernel/gate';
import { once } from '../kernel/requests';
import { openSession, sealNewcomer } from '../kernel/sessions';
import { readKeys } from '../kernel/secrets';
import { codeToOpenid } from '../kernel/weixin';
import { holdings } from '../kernel/stock';
import { quotaFor, standingOf } from '../contact/rules';
import { isMinor, isOverAge, isWithin, mayRegister, publicName } from './rules';
import { noticeDue, noticeInForce } from '../privacy/rules';
import * as store from './store';

const cadresCursor = z.tuple([line(400), z.uuid()]);

/** WeChat is asked before the transaction begins: no connection waits for it. */
const signIn = os.org.signIn.handler(({ context, input: { code } }) => {
  const { settings, limits } = context.house;
  return limits.watched('signIns', addressKey(context.address, settings), async () => {
    const openid = (await codeToOpenid(settings, code)) ?? refuse('SIGN_IN_FAILED', {});
    return inTransaction(context, async ({ tx, now, today }) => {
      const account = { appId: settings.APP_WX_APPID, openid };
      const personId = await store.personOfAccount(tx, account);
      if (personId) await declareActor(tx, personId, '', today);
      const session = personId
        ? await openSession(tx, personId, now)
        : sealNewcomer(readKeys(settings.APP_SEAL_KEY), account, now);
      return { token: session.token, expiresAt: session.expiresAt.toISOString() };
    });
  });
});

const signOut = os.org.signOut.use(as.known).handler(async ({ context: { scene } }) => {
  const { identity, tx, now } = scene;
  if (identity.kind === 'person' && identity.session) await store.endSession(tx, identity.session, now);
  return { done: true as const };
});

async function cadreOf(scene: Scene, actor: Actor, post: Post): Promise<NonNullable<Me['cadre']>> {
  const { tx, today, policy, settings } = scene;
  const [{ held, overAge }, channels] = await Promise.all([
    holdings(tx, actor.personId, today),
    store.channelsOf(tx, actor.personId, settings.APP_FIELD_KEY),
  ]);
  return {
    name: actor.name,
    publicName: publicName({ ...post, name: actor.name }),
    orgName: post.orgShortName,
    title: post.title,
    service: post.service,
    standing: standingOf(held, overAge, quotaFor(post, policy.contact), policy.contact),
    channels,
  };
}

const me = os.org.me.use(as.known).handler(async ({ context: { scene } }) => {
  const { actor, now, today, policy } = scene;
  const youth = actor?.youth ?? null;
  return {
    now: now.toISOString(),
    today,
    personId: actor && actor.personId,
    newcomer: actor === null,
    noticeDue: youth || !actor ? noticeDue(actor?.agreed ?? [], notices, today) : null,
    youth: actor &&
      youth && {
        name: actor.name,
        field: youth.field,
        unit: youth.unit,
        minor: isMinor(youth.birthMonth, today, policy.age),
        overAge: isOverAge(youth.birthMonth, today, policy.age),
        withdrawn: actor.agreed.length === 0,
      },
    cadre: actor?.post ? await cadreOf(scene, actor, actor.post) : null,
    administers: (actor?.administers ?? []).map(({ orgId, name }) => ({ orgId, name })),
  };
});

/** The request is kept under the account, which a newcomer has before and after: repeated, it is the same request. */
const register = os.org.register.use(as.known).handler(async ({ context: { scene: entered }, input }) => {
  const { tx, actor, identity, now, today, policy, settings } = entered;
  const account = identity.kind === 'nobody' ? null : identity.account;
  const scene = { ...entered, actorKey: account ? accountKey(account, settings) : entered.actorKey };
  const personId = actor?.personId ?? uuidv7();
  await declareActor(tx, actor?.personId ?? null, scene.actorKey, today);
  return once(
    scene,
    'org.register',
    input,
    personId,
    async () => {
      if (actor?.youth) refuse('ALREADY_REGISTERED', {});
      const { version } = noticeInForce(notices, today);
      if (input.noticeVersion !== version) refuse('NOTICE_OUTDATED', { version });
      const birthMonth = `${input.birthYear}-${String(input.birthMonth).padStart(2, '0')}-01`;
      if (!mayRegister(birthMonth, today, policy.age)) refuse('UNDER_14', {});
      const isPerson = actor ?? (account && (await store.addPerson(tx, { personId, account, name: input.name }, now)));
      if (!isPerson) refuse('ALREADY_REGISTERED', {});
      const youth = { birthMonth, field: input.field, unit: input.unit || null, noticeVersion: version };
      if (!(await store.addYouth(tx, personId, youth, now))) refuse('ALREADY_REGISTERED', {});
    },
    async (registeredId) => {
      const needsOne = scene.bySession && !(identity.kind === 'person' && identity.session);
      if (!needsOne) return { token: null, expiresAt: null };
      await declareActor(tx, registeredId, scene.actorKey, today);
      const { token, expiresAt } = await openSession(tx, registeredId, now);
      return { token, expiresAt: expiresAt.toISOString() };
    },
  );
});

const setChannels = os.org.setChannels.use(as.cadre).handler(({ context: { scene }, input }) => {
  const { tx, actor, settings } = scene;
  const distinct = [...new Map(input.channels.map((channel) => [channel.kind, channel])).values()];
  return once(
    scene,
    'org.setChannels',
    input,
    true,
    () => store.replaceChannels(tx, actor.personId, distinct, settings.APP_FIELD_KEY),
    async () => ({ channels: await store.channelsOf(tx, actor.personId, settings.APP_FIELD_KEY) }),
  );
});

/** Sums of a class of posts: the quota is the rule's, times the posts. */
function sum(classes: store.ClassOfPosts[], policy: Scene['policy']) {
  const total = { cadres: 0, counted: 0, quota: 0 };
  for (const posts of classes) {
    total.cadres += posts.cadres;
    total.counted += posts.counted;
    total.quota += posts.cadres * quotaFor(posts, policy.contact);
  }
  return total;
}

const overview = os.org.overview.use(as.administrator).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, today, policy } = scene;
  const roots = actor.administers.map(({ path }) => path);
  const org = await store.orgById(tx, input.orgId ?? actor.administers[0]?.orgId ?? 0);
  if (!org || !isWithin(org.path, roots)) return refuse('OUT_OF_SCOPE', {});
  const [search, postId] = parseCursor(input.cursor, cadresCursor) ?? [];
  const after = search && postId ? { search, postId } : null;
  const [classes, found, trail, below] = await Promise.all([
    store.classesBelow(tx, org, today),
    store.cadresOf(tx, org.id, today, after, policy.pageSize + 1),
    store.orgsOfPath(tx, org.path),
    store.orgsBelow(tx, org.id),
  ]);
  const cadres = found.slice(0, policy.pageSize);
  const last = cadres.at(-1);
  return {
    org: { orgId: org.id, name: org.name, level: org.level },
    trail: trail.filter(({ path }) => isWithin(path, roots)).map(({ orgId, name }) => ({ orgId, name })),
    total: sum(classes, policy),
    below: below.map((child) => ({
      ...child,
      figures: sum(
        classes.filter(({ orgId }) => orgId === child.orgId),
        policy,
      ),
    })),
    cadres: cadres.map(({ leadingOrgan, ...cadre }) => ({
      postId: cadre.postId,
      name: cadre.name,
      title: cadre.title,
      service: cadre.service,
      leadership: cadre.leadership,
      counted: cadre.counted,
      quota: quotaFor({ service: cadre.service, leadingOrgan }, policy.contact),
    })),
    next: found.length > cadres.length && last ? printCursor(last.search, last.postId) : null,
  };
});

export const org = { signIn, signOut, me, register, setChannels, overview };
