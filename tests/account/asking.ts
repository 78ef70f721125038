import type { MadeOrg, MadePerson } from '../factory';
import { call, newcomer, rid } from '../support/house';
import type { World } from '../support/world';
import { NOTICE } from '../support/notice';

let accounts = 0;

/** A WeChat account of nobody, yet. */
export const aNewOpenid = (): string => `oNEWPHONE${++accounts}`;

/** What somebody sends who asks for the person that they were. */
export const asked = (name: string, orgId: number, more: object = {}) => ({
  name,
  born: null,
  orgId,
  note: null,
  noticeVersion: NOTICE,
  requestId: rid(),
  ...more,
});

/** Somebody with a new WeChat account asks for who they were. */
export async function anAsking({ house }: World, name: string, org: MadeOrg, more: object = {}) {
  const openid = aNewOpenid();
  await call(house, newcomer(openid), 'account.askBinding', asked(name, org.id, more));
  return { openid };
}

/** What waits for an administrator, the one of this name. */
export async function waitingFor({ house }: World, administrator: MadePerson, name: string) {
  const { items } = await call(house, administrator, 'account.bindings', {});
  return items.find((item) => item.name === name);
}

/** The last asking under a name that nobody has answered. */
export async function lastAsking({ db }: World, name: string): Promise<string> {
  const row = await db.kysely
    .selectFrom('binding')
    .select('id')
    .where('name', '=', name)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function candidatesFor(world: World, administrator: MadePerson, bindingId: string) {
  return (await call(world.house, administrator, 'account.candidates', { bindingId })).items;
}

/** Approves the only one whom it may mean. */
export async function approveOnly(world: World, administrator: MadePerson, bindingId: string): Promise<void> {
  const [only] = await candidatesFor(world, administrator, bindingId);
  const input = { bindingId, candidate: only?.candidate ?? 'nobody', requestId: rid() };
  await call(world.house, administrator, 'account.approveBinding', input);
}
