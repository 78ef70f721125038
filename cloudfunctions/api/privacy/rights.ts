import { uuidv7 } from 'uuidv7';
import { notices } from '../../../config/notice';
import type { Correction } from '../../../types/words';
import type { Actor } from '../kernel/actor';
import { heed, refuse } from '../kernel/errors';
import { as, os, type Scene } from '../kernel/gate';
import { readsTexts } from '../kernel/reading';
import { once } from '../kernel/requests';
import { checkUnit, shownUnit } from '../kernel/units';
import { mayRegister } from '../org/rules';
import { askedOf } from './asked';
import { askVerdict, dueOn, noticeWanted } from './rules';
import * as asking from './store/asked';
import * as store from './store/rights';

type YouthScene = Scene & { actor: Actor };

/** What a youth has just asked for, as the youth sees it. */
export async function showAsked({ tx, actor, settings }: YouthScene, id: string) {
  return askedOf((await asking.oneAsked(tx, actor.personId, id)) ?? refuse('ASK_NOT_FOUND', {}), settings);
}

/** D9.1 Takes the own row, of a youth who agrees: nothing is written about another, and nothing shown to anybody. */
export async function lockOwn({ tx, actor, today }: YouthScene): Promise<void> {
  const version = noticeWanted(notices, today);
  if (!(await store.lockAgreed(tx, actor.personId, version))) refuse('NOTICE_OUTDATED', { version });
}

export const correct = os.privacy.correct
  .use(readsTexts)
  .use(as.youth)
  .handler(({ context, input }) => {
    const { scene, read } = context;
    const { tx, actor, now } = scene;
    const unit = input.unit || null;
    return once(
      scene,
      'privacy.correct',
      input,
      true,
      async () => {
        const [, kept] = await Promise.all([lockOwn(scene), store.youthNow(tx, actor.personId)]);
        if (unit === kept.unit) return store.correctField(tx, actor.personId, input.field);
        const { unit: state } = read({ unit });
        await Promise.all([
          store.correctYouth(tx, actor.personId, input.field, shownUnit(unit, state)),
          checkUnit(tx, actor.personId, unit, state, now),
        ]);
      },
      async () => {
        const { field, unit, unitState } = await store.youthNow(tx, actor.personId);
        return { field: field as typeof input.field, unit, unitState };
      },
    );
  });

interface Wish {
  kind: Correction;
  wish: string;
  was: (youth: Awaited<ReturnType<typeof store.youthNow>>) => string;
}

/** Asks for one correction, under the youth's lock: of two at once, one waits for an answer and the other is told so. */
async function ask(scene: YouthScene, id: string, { kind, wish, was }: Wish): Promise<void> {
  const { tx, actor, now, today, policy } = scene;
  const [, youth, openUntil] = await Promise.all([
    lockOwn(scene),
    store.youthNow(tx, actor.personId),
    asking.openUntil(tx, actor.personId, kind),
  ]);
  const facts = { was: was(youth), wish, openUntil };
  heed(askVerdict(facts));
  const asked = { id, youthId: actor.personId, dueOn: dueOn(today, policy), kind, wish, was: facts.was };
  await asking.addCorrection(tx, asked, now);
}

export const askName = os.privacy.askName
  .use(readsTexts)
  .use(as.youth)
  .handler(({ context, input }) => {
    const { scene, read } = context;
    const id = uuidv7();
    return once(
      scene,
      'privacy.askName',
      input,
      id,
      async () => {
        await ask(scene, id, { kind: 'name', wish: input.name, was: ({ name }) => name });
        read({ name: input.name });
      },
      (kept) => showAsked(scene, kept),
    );
  });

export const askBirthMonth = os.privacy.askBirthMonth.use(as.youth).handler(({ context: { scene }, input }) => {
  const id = uuidv7();
  const wish = `${input.birthYear}-${String(input.birthMonth).padStart(2, '0')}-01`;
  return once(
    scene,
    'privacy.askBirthMonth',
    input,
    id,
    async () => {
      if (!mayRegister(wish, scene.today, scene.policy.age)) refuse('UNDER_14', {});
      await ask(scene, id, { kind: 'birthMonth', wish, was: ({ birthMonth }) => birthMonth });
    },
    (kept) => showAsked(scene, kept),
  );
});

export const withdraw = os.privacy.withdraw.use(as.youth).handler(({ context: { scene }, input }) =>
  once(
    scene,
    'privacy.withdraw',
    input,
    true,
    () => store.withdraw(scene.tx, scene.now),
    () => Promise.resolve({ done: true as const }),
  ),
);

export const close = os.privacy.close.use(as.person).handler(({ context: { scene }, input }) =>
  once(
    scene,
    'privacy.close',
    input,
    true,
    async () => {
      if (!(await store.closeAccount(scene.tx, scene.now))) refuse('STILL_IN_POST', {});
    },
    () => Promise.resolve({ done: true as const }),
  ),
);
