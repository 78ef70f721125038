import { addCadres, makeProvince } from './province';

export interface Size {
  posts: number;
  /** Contacts of others. */
  others: number;
}

export const QUIET: Size = { posts: 20, others: 100 };
export const BUSY: Size = { posts: 2_000, others: 10_000 };

const OWN = 100;

/** One cadre with 100 youths, and everything that others have around them. */
export interface Surroundings {
  cadreId: string;
  /** One of the cadre's contacts, and its youth. */
  contactId: string;
  youthId: string;
  /** Of the whole province. */
  administratorId: string;
}

/**
 * Half of the others' contacts are in the cadre's own county, half all over the province, and one of the cadre's own
 * youths is held by another cadre as well. Every cadre can be reached by WeChat.
 */
export function makeSurroundings(ownerUrl: string, { posts, others }: Size, fieldKey: string): Promise<Surroundings> {
  return makeProvince(ownerUrl, (province) => {
    const { factory, root, counties } = province;
    const [home] = counties;
    if (!home) throw new Error('a province without counties');
    const cadre = factory.aCadre({ org: home });
    const own = Array.from({ length: OWN }, () => factory.aContact({ cadre, youth: factory.aYouth() }));
    const each = Math.min(OWN, others / 2);
    const near = addCadres(province, [home], others / 2 / each, each);
    const far = addCadres(province, counties, others / 2 / each, each);
    const idle = addCadres(province, counties, posts - near.length - far.length - 1, 0);
    for (const one of [cadre, ...near, ...far, ...idle])
      factory.aChannel(one, { kind: 'wechat', circle: 'contacts', value: `wx-${one.name}` }, fieldKey);
    const [first] = own;
    const [neighbour] = near;
    if (!first || !neighbour) throw new Error('the cadre has nobody');
    factory.aContact({ cadre: neighbour, youth: first.youth });
    return {
      cadreId: cadre.personId,
      contactId: first.contactId,
      youthId: first.youth.personId,
      administratorId: factory.anAdministrator({ org: root }).personId,
    };
  });
}
