import { randomBytes } from 'node:crypto';
import { makeFactory, type MadeCadre, type MadeYouth } from '../factory';
import type { Server } from './server';

export interface Crowd {
  cadres: MadeCadre[];
  youths: MadeYouth[];
}

/** One that nobody has, in whichever crowd. */
export const newOpenid = (): string => `o${randomBytes(12).toString('hex')}`;

/** Cadres of one city's committee, and youths whom nobody holds yet. */
export const aCrowd = (server: Server, { cadres, youths }: { cadres: number; youths: number }): Promise<Crowd> =>
  server.within(async (db) => {
    const factory = makeFactory(db, { now: new Date() });
    const org = await factory.anOrg({ level: 'city', name: '佛山市委', place: '佛山', leadingOrgan: true });
    const people = (n: number) => Array.from({ length: n }, () => factory.aPerson(undefined, newOpenid()));
    const crowd = {
      cadres: people(cadres).map((person) => factory.aCadre({ org, person })),
      youths: people(youths).map((person) => factory.aYouth({ person })),
    };
    await factory.save();
    return crowd;
  });

export interface Pair {
  cadre: MadeCadre;
  youth: MadeYouth;
}

export async function aPair(server: Server): Promise<Pair> {
  const { cadres, youths } = await aCrowd(server, { cadres: 1, youths: 1 });
  const [cadre] = cadres;
  const [youth] = youths;
  if (!cadre || !youth) throw new Error('nobody came');
  return { cadre, youth };
}
