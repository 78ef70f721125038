import { TEMPLATES } from '../../local/host/functions';
import type { MadeCadre, MadePerson, MadeYouth } from '../factory';
import type { MessageKind } from '../../types/words';
import { call, rid, testSettings, TEMPLATE_ANSWER, TEMPLATE_TODO } from '../support/house';
import type { World } from '../support/world';

export const template = TEMPLATES.answer.id;

/** The house offers messages, by the laptop's template. */
export const offering = (world: World, more: Record<string, string> = {}): void =>
  void Object.assign(
    world.house.settings,
    testSettings({ APP_WX_TEMPLATE_ANSWER: TEMPLATE_ANSWER, APP_WX_TEMPLATE_TODO: TEMPLATE_TODO, ...more }),
  );

export const allow = (house: World['house'], who: MadePerson, kind: MessageKind = 'answer') =>
  call(house, who, 'account.allowMessage', { kind, requestId: rid() });

let named = 0;
/** A name that nobody else has: a new account finds its person by it. */
const aName = (): string => `林${String.fromCodePoint(0x4e00 + ++named)}`;

/** A youth of Nanhai, the cadre who holds the youth, and the administrators who answer. */
export async function asking({ factory, orgs }: World) {
  const youth: MadeYouth = factory.aYouth({ name: aName() });
  const cadre: MadeCadre = factory.aCadre({ org: orgs.nanhai });
  const contact = factory.aContact({ youth, cadre });
  const administrator = factory.anAdministrator({ org: orgs.nanhai });
  const above = factory.anAdministrator({ org: orgs.foshan });
  await factory.save();
  return { youth, contact, administrator, above };
}

/** Asks for another name, and has it answered. */
export async function answered(world: World, youth: MadePerson, administrator: MadePerson): Promise<string> {
  const { id } = await call(world.house, youth, 'privacy.askName', { name: '林晓桐', requestId: rid() });
  await call(world.house, administrator, 'privacy.answerCorrection', {
    correctionId: id,
    refusal: '请带证件来',
    requestId: rid(),
  });
  return id;
}

export const permits = async ({ db }: World, { personId }: MadePerson): Promise<number> => {
  const row = await db.kysely
    .selectFrom('message_permit')
    .select('permits')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.permits ?? 0;
};

export const messagesOf = ({ db }: World, { personId }: MadePerson) =>
  db.kysely
    .selectFrom('message')
    .select(['id', 'about', 'subject', 'outcome'])
    .where('person_id', '=', personId)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
