import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { policy } from '../../../config/policy';
import { codeBody, codeHash, liveDigits, printLink, stepAt } from '../../../cloudfunctions/api/kernel/codes';
import { readKeys } from '../../../cloudfunctions/api/kernel/secrets';
import { openSession } from '../../../cloudfunctions/api/kernel/sessions';
import type { MadeCadre } from '../../../tests/factory';
import { addCadres, makeProvince, type Province } from '../province';

/** A cadre who stands before a site's code, and was not there today. */
export interface Arrival {
  cadreId: string;
  postId: string;
  siteId: string;
  token: string;
  /** The site's code, without its live part. */
  body: string;
}

interface Wish {
  cadres: number;
  arrivals: number;
  codeKey: string;
}

/** Cadres who are signed in, and as many sites as it takes for each arrival to be another one. Each begins at a site of their own. */
export const makeArrivals = (ownerUrl: string, { cadres, arrivals, codeKey }: Wish): Promise<Arrival[]> =>
  makeProvince(ownerUrl, async (province) => {
    const made = addCadres(province, province.cities, cadres, 0);
    await province.factory.save();
    const tokens = await signIn(province, made);
    const sites = await addSites(province, Math.ceil(arrivals / cadres), codeKey);
    return Array.from({ length: arrivals }, (_, i): Arrival => {
      const cadre = made[i % cadres];
      const site = sites[(Math.floor(i / cadres) + (i % cadres)) % sites.length];
      if (!cadre || !site) throw new Error('too few cadres or sites');
      return { cadreId: cadre.personId, postId: cadre.postId, token: tokens[i % cadres] ?? '', ...site };
    });
  });

const signIn = ({ owner }: Province, cadres: readonly MadeCadre[]): Promise<string[]> =>
  owner.kysely.transaction().execute(async (tx) => {
    const tokens: string[] = [];
    for (const { personId } of cadres) tokens.push((await openSession(tx, personId, new Date())).token);
    return tokens;
  });

async function addSites({ owner, root, factory }: Province, n: number, codeKey: string) {
  const [key] = readKeys(codeKey);
  const by = factory.anAdministrator({ org: root });
  await factory.save();
  const sites = Array.from({ length: n }, () => uuidv7()).map((siteId) => ({
    siteId,
    body: codeBody(key, 'site', siteId, 1),
  }));
  await sql`
    insert into site (id, org_id, kind, name, address, search, code_hash, registered_at, registered_by)
    select id, ${root.id}, 'area', id::text, '某路 1 号', id::text, hash, now(), ${by.personId}
    from unnest(${sites.map(({ siteId }) => siteId)}::uuid[], ${sites.map(({ body }) => codeHash(body))}::bytea[])
      as made (id, hash)`.execute(owner.kysely);
  return sites;
}

/** What the cadre's phone reads now. */
export function liveText({ body }: Arrival, codeKey: string, host: string): string {
  const [key] = readKeys(codeKey);
  const { stepSeconds } = policy.codes;
  const step = stepAt(new Date(), stepSeconds);
  const live = { step, digits: liveDigits(key, 'site', body, step, stepSeconds) };
  return printLink(host, { kind: 'site', body, live });
}
