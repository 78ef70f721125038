import type { MadeCadre, MadePerson, MadeYouth } from '../factory';
import { call, rid } from '../support/house';
import { aWorld, type World } from '../support/world';

/** A world with a cadre and an administrator in Foshan, and short words for what the tests of contacts do in it. */
export let world: World;
export let cadre: MadeCadre;
export let admin: MadePerson;

export function inAWorld(): void {
  beforeAll(async () => {
    world = await aWorld();
    admin = world.factory.anAdministrator({ org: world.orgs.foshan });
    cadre = world.factory.aCadre({ org: world.orgs.foshan, name: '何志远' });
    await world.factory.save();
  });
  afterAll(() => world.end());
}

export async function saved<T>(made: T): Promise<T> {
  await world.factory.save();
  return made;
}
export const aYouth = (wish: Parameters<World['factory']['aYouth']>[0] = {}) => saved(world.factory.aYouth(wish));
export const aCadre = (wish: Partial<Parameters<World['factory']['aCadre']>[0]> = {}) =>
  saved(world.factory.aCadre({ org: world.orgs.foshan, ...wish }));
export const scan = (by: MadePerson, text: string, now?: Date) =>
  call(world.house, by, 'contact.register', { text, requestId: rid() }, { now });
export const look = (by: MadePerson, text: string) => call(world.house, by, 'contact.preview', { text });
export const liveContacts = async (youth: MadePerson) =>
  world.db.kysely
    .selectFrom('contact')
    .selectAll()
    .where('youth_id', '=', youth.personId)
    .where('ended_at', 'is', null)
    .execute();

export async function held(youth: MadeYouth, times: number): Promise<void> {
  for (let i = 0; i < times; i++)
    world.factory.aContact({ youth, cadre: world.factory.aCadre({ org: world.orgs.guangzhou }) });
  await world.factory.save();
}
