import { dayOf, daysAfter } from '../../cloudfunctions/api/kernel/calendar';
import type { OwnLog } from '../../types/contactLog';
import type { MadeCadre, MadeContact, MadePerson, MadeYouth } from '../factory';
import { call, inWeixin, rid, type In } from '../support/house';
import { inAWorld, weixin, world } from '../support/inAWorld';
import type { World } from '../support/world';

export { inAWorld, weixin, world };

/** Somebody in the mini-program, of whose texts WeChat tells. */
export const there = (who: MadePerson) => {
  weixin.cameBy(who.openid);
  return inWeixin(who);
};

export const today = (): string => dayOf(new Date());
export const daysAgo = (days: number): string => daysAfter(today(), -days);
/** Noon in Shanghai, so that a test's days do not turn while it runs. */
export const noonOf = (day: string): Date => new Date(`${day}T12:00:00+08:00`);

export interface Two {
  cadre: MadeCadre;
  youth: MadeYouth;
  contact: MadeContact;
}

/** A cadre of Nanhai and a youth who have been in contact for long. */
export async function twoOf(
  wish: { cadre?: MadeCadre; youth?: Parameters<World['factory']['aYouth']>[0]; since?: string } = {},
): Promise<Two> {
  const { factory, orgs } = world;
  const cadre = wish.cadre ?? factory.aCadre({ org: orgs.nanhai });
  const youth = factory.aYouth(wish.youth);
  const contact = factory.aContact({ cadre, youth, startedAt: noonOf(wish.since ?? daysAgo(100)) });
  await factory.save();
  return { cadre, youth, contact };
}

type Said = Omit<In<'contactLog.write'>, 'requestId'>;

export const saying = (contacts: MadeContact[], said: Partial<Said> = {}): Said => ({
  task: 'listening',
  way: 'phone',
  activity: false,
  day: today(),
  text: '聊了聊近况',
  contactIds: contacts.map(({ contactId }) => contactId),
  ...said,
});

/** What a write has written, as its cadre reads it then. */
export async function written(cadre: MadePerson, write: Promise<{ logId: string }>, now?: Date): Promise<OwnLog> {
  const { logId } = await write;
  return (await call(world.house, cadre, 'contactLog.one', { logId }, { now })).log;
}

export const write = (cadre: MadePerson, contacts: MadeContact[], said: Partial<Said> = {}, now?: Date) =>
  call(world.house, there(cadre), 'contactLog.write', { ...saying(contacts, said), requestId: rid() }, { now });

export const log = (cadre: MadePerson, contacts: MadeContact[], said: Partial<Said> = {}, now?: Date) =>
  written(cadre, write(cadre, contacts, said, now), now);

export const edit = (
  cadre: MadePerson,
  logId: string,
  contacts: MadeContact[],
  said: Partial<Said> = {},
  now?: Date,
) => {
  const input = { logId, ...saying(contacts, said), requestId: rid() };
  return written(cadre, call(world.house, there(cadre), 'contactLog.edit', input, { now }), now);
};

export const remove = (cadre: MadePerson, logId: string, now?: Date) =>
  call(world.house, cadre, 'contactLog.remove', { logId, requestId: rid() }, { now });

export const says = (youth: MadePerson, verb: 'confirm' | 'dispute' | 'hideText', logId: string, now?: Date) =>
  call(world.house, youth, `contactLog.${verb}`, { logId, requestId: rid() }, { now });

export const settles = (youth: MadePerson, logId: string, wasMe: boolean, now?: Date) =>
  call(world.house, youth, 'contactLog.settle', { logId, wasMe, requestId: rid() }, { now });

export const answers = (cadre: MadePerson, logId: string, { contactId }: MadeContact, text: string | null) => {
  const input = { logId, contactId, text, requestId: rid() };
  return written(cadre, call(world.house, there(cadre), 'contactLog.answer', input));
};

export const leaves = ({ youth, contact: { contactId } }: Two) =>
  call(world.house, youth, 'contact.leave', { contactId, block: false, requestId: rid() });

export const own = async (cadre: MadePerson, input: In<'contactLog.list'> = {}) =>
  (await call(world.house, cadre, 'contactLog.list', input)).items;

export const aboutMe = async (youth: MadePerson) => (await call(world.house, youth, 'contactLog.aboutMe', {})).items;

export const refused = (code: string, data: object = {}) =>
  expect.objectContaining({ code, data: expect.objectContaining(data) as unknown }) as unknown;
