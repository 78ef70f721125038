import type { OperationName } from '../../types/contract';
import type { MadeCadre, MadeContact, MadePerson, MadeYouth } from '../factory';
import { call, type In, rid } from '../support/house';
import { inAWorld, weixin, world } from '../support/inAWorld';
import { liveCode, type World } from '../support/world';

/** A youth whom a cadre of Nanhai holds, and administrators of Nanhai, of Foshan above it, beside it, and of the province. */
export interface Cast {
  youth: MadeYouth;
  cadre: MadeCadre;
  contact: MadeContact;
  nanhai: MadePerson;
  nanhaiToo: MadePerson;
  foshan: MadePerson;
  chancheng: MadePerson;
  province: MadePerson;
}

export { inAWorld, weixin, world };

export async function aCast(wish: Parameters<World['factory']['aYouth']>[0] = {}): Promise<Cast> {
  const { factory, orgs } = world;
  const youth = factory.aYouth({ field: 'school', ...wish });
  const cadre = factory.aCadre({ org: orgs.nanhai });
  const contact = factory.aContact({ youth, cadre });
  const cast = {
    youth,
    cadre,
    contact,
    nanhai: factory.anAdministrator({ org: orgs.nanhai }),
    nanhaiToo: factory.anAdministrator({ org: orgs.nanhai }),
    foshan: factory.anAdministrator({ org: orgs.foshan }),
    chancheng: factory.anAdministrator({ org: orgs.chancheng }),
    province: factory.anAdministrator({ org: orgs.province }),
  };
  await factory.save();
  return cast;
}

type Written = 'correct' | 'askName' | 'askBirthMonth' | 'withdraw' | 'close' | 'reportConcern';
type Answered = 'answerCorrection' | 'answerConcern' | 'answerText';

/** A write of this slice as somebody, with a request of its own. */
export const does = <Verb extends Written | Answered>(
  who: MadePerson,
  verb: Verb,
  input: Omit<In<`privacy.${Verb}`>, 'requestId'>,
  now?: Date,
) => {
  const operation = `privacy.${verb}` as OperationName & `privacy.${Verb}`;
  return call(world.house, who, operation, { ...input, requestId: rid() } as unknown as In<typeof operation>, { now });
};

export const waitingFor = async (who: MadePerson, now?: Date) => {
  const { items } = await call(world.house, who, 'privacy.requests', {}, { now });
  return items;
};

export const scan = async (by: MadePerson, youth: MadePerson) =>
  call(world.house, by, 'contact.register', { text: await liveCode(world.house, youth), requestId: rid() });

export const fieldsOf = async (cadre: MadeCadre) => (await call(world.house, cadre, 'org.me', {})).cadre?.standing;
