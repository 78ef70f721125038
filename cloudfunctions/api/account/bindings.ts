import { uuidv7 } from 'uuidv7';
import * as z from 'zod';
import { notices } from '../../../config/notice';
import { accountKey } from '../kernel/actor';
import { logLook } from '../kernel/audit';
import { dayOf } from '../kernel/calendar';
import { parseCursor, printCursor } from '../kernel/cursor';
import { refuse } from '../kernel/errors';
import { as, os, type Scene } from '../kernel/gate';
import { readsTexts } from '../kernel/reading';
import { done, once } from '../kernel/requests';
import { aboutBinding } from '../kernel/sealed';
import { hmac, readKeys, seal, unseal } from '../kernel/secrets';
import type { WxAccount } from '../kernel/sessions';
import { noticeInForce } from '../privacy/rules';
import { answerDueOn, maskedUnit } from './rules';
import * as store from './store/bindings';

/** The database knows no year 0. */
const openCursor = z.tuple([z.iso.datetime({ precision: 6 }).regex(/^(?!0000)/), z.uuid()]);

const askBinding = os.account.askBinding
  .use(readsTexts)
  .use(as.known)
  .handler(({ context: { scene, read }, input }) => {
    const { tx, actor, identity, now, today, policy, settings } = scene;
    const bindingId = uuidv7();
    const dueOn = answerDueOn(now, policy.answerDays);
    return once(
      scene,
      'account.askBinding',
      input,
      dueOn,
      async () => {
        if (actor || identity.kind !== 'newcomer') return refuse('BINDING_NOT_NEEDED', {});
        const { version } = noticeInForce(notices, today);
        if (input.noticeVersion !== version) refuse('NOTICE_OUTDATED', { version });
        if (!(await store.orgExists(tx, input.orgId))) refuse('ORG_NOT_FOUND', {});
        const { name, born, orgId, note } = input;
        const added = await store.addBinding(tx, {
          id: bindingId,
          accountKey: accountKey(identity.account, settings),
          sealedAccount: seal(
            readKeys(settings.APP_FIELD_KEY),
            aboutBinding(bindingId),
            JSON.stringify(identity.account),
          ),
          name,
          birthMonth: born && `${born.birthYear}-${String(born.birthMonth).padStart(2, '0')}-01`,
          note: note || null,
          noticeVersion: version,
          orgId,
          askedAt: now,
          dueOn,
        });
        if (!added) refuse('BINDING_WAITS', {});
        read({ name, note });
      },
      (due) => Promise.resolve({ dueOn: due }),
    );
  });

const withdrawBinding = os.account.withdrawBinding.use(as.known).handler(({ context: { scene }, input }) =>
  once(
    scene,
    'account.withdrawBinding',
    input,
    true,
    async () => {
      if (!(await store.takeBack(scene.tx, scene.actorKey))) refuse('BINDING_NOT_WAITING', {});
    },
    done,
  ),
);

const binding = os.account.binding.use(as.known).handler(async ({ context: { scene } }) => {
  const last = await store.lastBinding(scene.tx, scene.actorKey);
  if (!last || last.answer === 'approved') return { binding: null };
  const { answer, orgName, askedAt, dueOn, reason } = last;
  const state = answer === 'refused' ? 'refused' : 'waiting';
  return { binding: { state, orgName, askedOn: dayOf(askedAt), dueOn, reason } as const };
});

const bornIn = (birthMonth: string | null) =>
  birthMonth && { birthYear: Number(birthMonth.slice(0, 4)), birthMonth: Number(birthMonth.slice(5, 7)) };

const bindings = os.account.bindings.use(as.administrator).handler(async ({ context: { scene }, input }) => {
  const { tx, today, policy } = scene;
  const [askedAt, id] = parseCursor(input.cursor, openCursor) ?? [];
  const found = await store.openBindings(tx, askedAt && id ? { askedAt, id } : null, policy.pageSize + 1);
  const page = found.slice(0, policy.pageSize);
  const last = page.at(-1);
  return {
    today,
    items: page.map((asked) => ({
      bindingId: asked.id,
      name: asked.name ?? '',
      born: bornIn(asked.birthMonth) || null,
      note: asked.note,
      orgName: asked.orgName,
      askedOn: dayOf(asked.askedAt),
      dueOn: asked.dueOn,
    })),
    next: found.length > page.length && last ? printCursor(last.cursorAt, last.id) : null,
  };
});

/** What a candidate is called in one asking: says nothing of who it is, and means nobody in another. */
const candidateName = ({ settings }: Scene, bindingId: string, personId: string): string =>
  hmac(readKeys(settings.APP_SEAL_KEY)[0], 'candidate', `${bindingId}|${personId}`).toString('base64url');

function heedOpen(asked: { answer: string | null } | undefined): void {
  if (!asked) refuse('BINDING_NOT_FOUND', {});
  if (asked.answer) refuse('BINDING_ANSWERED', {});
}

const candidates = os.account.candidates.use(as.administrator).handler(async ({ context: { scene }, input }) => {
  const { tx, actor } = scene;
  const [asked, found] = await Promise.all([
    store.binding(tx, input.bindingId),
    store.candidatesOf(tx, input.bindingId),
  ]);
  heedOpen(asked);
  await logLook(
    scene,
    actor,
    found.map(({ personId }) => personId),
    'details',
  );
  return {
    items: found.map(({ personId, post, youth, holder, bornAsSaid }) => ({
      candidate: candidateName(scene, input.bindingId, personId),
      post,
      youth: youth && { field: youth.field, unit: maskedUnit(youth.unit) },
      holder,
      bornAsSaid,
    })),
  };
});

function openAccount({ settings }: Scene, bindingId: string, sealed: string | null): WxAccount {
  const text = unseal(readKeys(settings.APP_FIELD_KEY), aboutBinding(bindingId), sealed ?? '');
  if (!text) throw new Error(`no key opens the account of binding ${bindingId}`);
  return JSON.parse(text) as WxAccount;
}

const approveBinding = os.account.approveBinding.use(as.administrator).handler(({ context: { scene }, input }) =>
  once(
    scene,
    'account.approveBinding',
    input,
    input.bindingId,
    async () => {
      const { tx, actor, now } = scene;
      const { bindingId } = input;
      const asked = await store.lockBinding(tx, bindingId);
      heedOpen(asked);
      const chosen =
        (await store.candidatesOf(tx, bindingId)).find(
          ({ personId }) => candidateName(scene, bindingId, personId) === input.candidate,
        ) ?? refuse('BINDING_OTHER_PERSON', {});
      const { personId } = chosen;
      const account = openAccount(scene, bindingId, asked?.sealedAccount ?? null);
      if (!(await store.rebind(tx, bindingId, personId, account, now))) refuse('BINDING_ASKER_KNOWN', {});
      await store.answerBinding(tx, bindingId, { answer: 'approved', by: actor.personId, reason: null, personId }, now);
    },
    (bindingId) => Promise.resolve({ bindingId }),
  ),
);

const refuseBinding = os.account.refuseBinding.use(as.administrator).handler(({ context: { scene }, input }) =>
  once(
    scene,
    'account.refuseBinding',
    input,
    input.bindingId,
    async () => {
      const { tx, actor, now } = scene;
      heedOpen(await store.lockBinding(tx, input.bindingId));
      const answer = { answer: 'refused', by: actor.personId, reason: input.reason, personId: null } as const;
      await store.answerBinding(tx, input.bindingId, answer, now);
    },
    (bindingId) => Promise.resolve({ bindingId }),
  ),
);

export const newAccounts = {
  askBinding,
  withdrawBinding,
  binding,
  bindings,
  candidates,
  approveBinding,
  refuseBinding,
};
