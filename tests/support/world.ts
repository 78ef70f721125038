import { makeFactory, type Factory } from '../factory';
import { openDatabase, type Database } from '../../cloudfunctions/api/kernel/db';
import type { House } from '../../cloudfunctions/api/kernel/gate';
import { freshDatabase } from './database';
import { call, openHouse } from './house';
import type { MadeCadre, MadeOrg, MadePerson } from '../factory';

/** A database of its own, with a small tree, a factory and a house under the functions' role. */
export interface World {
  db: Database;
  house: House;
  factory: Factory;
  apiUrl: string;
  clockUrl: string;
  ownerUrl: string;
  orgs: Record<'province' | 'foshan' | 'guangzhou' | 'nanhai' | 'chancheng' | 'shishan', MadeOrg>;
  end(): Promise<void>;
}

export async function aWorld(now = new Date()): Promise<World> {
  const { ownerUrl, apiUrl, clockUrl, drop } = await freshDatabase();
  const db = openDatabase(ownerUrl, { patient: true });
  const factory = makeFactory(db, { now });
  const province = await factory.anOrg({ level: 'province', name: '团省委', place: '广东', leadingOrgan: true });
  const foshan = await factory.anOrg({
    parent: province,
    level: 'city',
    name: '佛山市委',
    place: '佛山',
    leadingOrgan: true,
  });
  const guangzhou = await factory.anOrg({
    parent: province,
    level: 'city',
    name: '广州市委',
    place: '广州',
    leadingOrgan: true,
  });
  const nanhai = await factory.anOrg({
    parent: foshan,
    level: 'county',
    name: '南海区团委',
    place: '南海',
    leadingOrgan: true,
  });
  const chancheng = await factory.anOrg({
    parent: foshan,
    level: 'county',
    name: '禅城区团委',
    place: '禅城',
    leadingOrgan: true,
  });
  const shishan = await factory.anOrg({ parent: nanhai, level: 'township', name: '狮山镇团委', place: '狮山' });
  const house = openHouse(apiUrl);
  return {
    db,
    house,
    factory,
    apiUrl,
    clockUrl,
    ownerUrl,
    orgs: { province, foshan, guangzhou, nanhai, chancheng, shishan },
    async end() {
      await house.end();
      await db.end();
      await drop();
    },
  };
}

/** The text of a youth's live code, as their phone shows it. */
export async function liveCode(house: House, youth: MadePerson, now?: Date): Promise<string> {
  const { codes } = await call(house, youth, 'contact.code', { kind: 'youth' }, { now });
  return codes[0]?.text ?? '';
}

/** The text of a cadre's live code, which proves a meeting. */
export async function liveCadreCode(house: House, cadre: MadePerson, now?: Date): Promise<string> {
  const { codes } = await call(house, cadre, 'contact.code', { kind: 'cadre', live: true }, { now });
  return codes[0]?.text ?? '';
}

/** The text of a cadre's standing code. */
export async function standingCode(house: House, cadre: MadeCadre): Promise<string> {
  const { codes } = await call(house, cadre, 'contact.code', { kind: 'cadre' });
  return codes[0]?.text ?? '';
}
